package io.rungwatch.scte35;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A splice_info_section. Of an encrypted one nothing is known but its frame. Times and durations are in ticks of 90 kHz.
 *
 * @param insert what a splice_insert says
 * @param time when it is to happen, pts_adjustment not added; empty where it says "at once" or nothing
 */
public record SpliceInfo(
        int commandType,
        boolean encrypted,
        long ptsAdjustment,
        Optional<SpliceInsert> insert,
        OptionalLong time,
        List<Segmentation> segmentations)
        implements Splice {
    public static final int NULL = 0x00;
    public static final int SCHEDULE = 0x04;
    public static final int INSERT = 0x05;
    public static final int TIME_SIGNAL = 0x06;
    public static final int BANDWIDTH_RESERVATION = 0x07;
    public static final int PRIVATE = 0xff;

    /** Whether the standard knows the command. */
    public boolean known() {
        return switch (commandType) {
            case NULL, SCHEDULE, INSERT, TIME_SIGNAL, BANDWIDTH_RESERVATION, PRIVATE -> true;
            default -> false;
        };
    }

    /** The event that it is about: of the splice_insert, or of the first segmentation descriptor. */
    public OptionalLong eventId() {
        if (insert.isPresent()) {
            return OptionalLong.of(insert.get().eventId());
        }
        return segmentations.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(segmentations.getFirst().eventId());
    }
}
