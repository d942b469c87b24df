package io.rungwatch.hls;

import java.util.OptionalLong;

/** EXT-X-SERVER-CONTROL; times in nanoseconds. */
public record ServerControl(
        int line,
        boolean canBlockReload,
        OptionalLong canSkipUntil,
        boolean canSkipDateRanges,
        OptionalLong holdBack,
        OptionalLong partHoldBack) {}
