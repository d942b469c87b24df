package io.rungwatch.hls;

import java.util.OptionalLong;

/** EXT-X-RENDITION-REPORT: what another media playlist of the presentation has reached. */
public record RenditionReport(int line, String uri, OptionalLong lastNumber, OptionalLong lastPart) {}
