package io.rungwatch.scte35;

import java.util.OptionalLong;

/** Command 0x05. All but the first two is meaningless where it is cancelled. */
public record SpliceInsert(
        long eventId,
        boolean cancelled,
        boolean outOfNetwork,
        boolean immediate,
        boolean autoReturn,
        OptionalLong breakDuration) {}
