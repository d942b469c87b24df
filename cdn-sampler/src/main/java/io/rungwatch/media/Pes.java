package io.rungwatch.media;

import java.util.Optional;

/**
 * PES packets of one pid.
 *
 * @param starts how many begin here
 * @param randomAccess whether the first of them is marked as a place to begin
 * @param untimed those without PTS
 * @param startsUntimed whether the first one is
 * @param content bytes behind their headers
 */
public record Pes(
        int streamId,
        int starts,
        boolean randomAccess,
        int untimed,
        boolean startsUntimed,
        long content,
        Optional<Timing> timing) {
    /**
     * Ticks of 90 kHz. The greatest may lie beyond 2³³, so that it can be compared with the least.
     *
     * @param first PTS of the first PES packet with one
     * @param firstDts its DTS, or where it has none its PTS
     * @param backward how often DTS did not grow
     * @param medianStep of DTS, 0 where there is only one
     * @param longestStep of DTS
     */
    public record Timing(
            long first,
            long least,
            long greatest,
            long firstDts,
            long lastDts,
            int backward,
            long medianStep,
            long longestStep) {
        /** From the first picture to the end of the last one; of audio packets with several frames it is too long. */
        public long duration() {
            return greatest - least + medianStep;
        }
    }
}
