package io.rungwatch.media;

import java.util.Optional;

/** Follows the PTS and DTS of one pid. */
final class TimingReader {
    private final Steps steps = new Steps();
    private boolean any;
    private long first;
    private long firstDts;
    private long lastDts;
    private long least;
    private long greatest;
    private int backward;

    void take(long pts, long dts) {
        if (any) {
            least = Math.min(least, Ticks.unwrap(first, pts, Ticks.PTS_BITS));
            greatest = Math.max(greatest, Ticks.unwrap(first, pts, Ticks.PTS_BITS));
            step(Ticks.difference(dts, lastDts, Ticks.PTS_BITS));
        } else {
            first = pts;
            firstDts = dts;
            least = pts;
            greatest = pts;
            any = true;
        }
        lastDts = dts;
    }

    private void step(long ticks) {
        if (ticks > 0) {
            steps.add(ticks);
        } else {
            backward++;
        }
    }

    Optional<Pes.Timing> facts() {
        long begin = Ticks.wrap(least, Ticks.PTS_BITS);
        return any
                ? Optional.of(new Pes.Timing(
                        first,
                        begin,
                        begin + greatest - least,
                        firstDts,
                        lastDts,
                        backward,
                        steps.median(),
                        steps.longest()))
                : Optional.empty();
    }
}
