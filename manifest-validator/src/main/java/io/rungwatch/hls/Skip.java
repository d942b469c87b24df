package io.rungwatch.hls;

import java.util.List;

/** EXT-X-SKIP: a delta update. `segments` is 0 where the text could not be used (a problem says so). */
public record Skip(int line, long segments, List<String> recentlyRemovedDateRanges) {}
