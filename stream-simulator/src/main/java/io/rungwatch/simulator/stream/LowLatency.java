package io.rungwatch.simulator.stream;

import java.time.Duration;

/**
 * Media is to be had before its segment is whole: as parts in HLS, as chunks in DASH.
 *
 * @param deltas playlists can be asked for without the rows that a client knows
 * @param dateRanges and without the date ranges too
 */
public record LowLatency(Duration part, boolean deltas, boolean dateRanges) {
    public static LowLatency of(Duration part) {
        return new LowLatency(part, true, true);
    }

    public LowLatency withoutDeltas() {
        return new LowLatency(part, false, false);
    }

    public LowLatency withoutDateRanges() {
        return new LowLatency(part, deltas, false);
    }
}
