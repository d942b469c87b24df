package io.rungwatch.hls;

import java.util.OptionalLong;

/** EXT-X-PRELOAD-HINT; `type` as written (PART or MAP), no length means to the end of the resource. */
public record PreloadHint(int line, String type, String uri, long rangeStart, OptionalLong rangeLength) {}
