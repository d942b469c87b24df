package io.rungwatch.media;

import io.rungwatch.dash.Scale;
import java.util.OptionalLong;

/** Puts the fragments of one track behind each other. */
final class TrackRunReader {
    private final long trackId;
    private final OptionalLong timescale;
    private int fragments;
    private OptionalLong decodeTime = OptionalLong.empty();
    private OptionalLong earliest = OptionalLong.empty();
    private OptionalLong expected = OptionalLong.empty();
    private int timeBits;
    private long duration;
    private long samples;
    private long bytes;
    private boolean durationsKnown = true;
    private boolean sizesKnown = true;
    private Sync firstSync = Sync.UNKNOWN;
    private int gaps;
    private long largestGap;
    private int decryptable;

    TrackRunReader(long trackId, OptionalLong timescale) {
        this.trackId = trackId;
        this.timescale = timescale;
    }

    void add(FragmentReader fragment) {
        if (fragments++ == 0) {
            first(fragment);
        } else if (expected.isPresent() && fragment.decodeTime().isPresent()) {
            gap(Ticks.difference(fragment.decodeTime().getAsLong(), expected.getAsLong(), fragment.timeBits()));
        }
        expected = end(fragment);
        duration = Scale.add(duration, fragment.duration());
        samples = Scale.add(samples, fragment.count());
        bytes = Scale.add(bytes, fragment.bytes());
        durationsKnown &= fragment.durationsKnown();
        sizesKnown &= fragment.sizesKnown();
        decryptable += fragment.decryptable() ? 1 : 0;
    }

    private void first(FragmentReader fragment) {
        decodeTime = fragment.decodeTime();
        timeBits = fragment.timeBits();
        firstSync = fragment.firstSync();
        if (decodeTime.isPresent()) {
            earliest = OptionalLong.of(Scale.add(decodeTime.getAsLong(), fragment.earliest()));
        }
    }

    private void gap(long ticks) {
        gaps += ticks == 0 ? 0 : 1;
        largestGap = Math.abs(ticks) > Math.abs(largestGap) ? ticks : largestGap;
    }

    /** A fragment that does not say when it begins begins where the one before ends. */
    private OptionalLong end(FragmentReader fragment) {
        OptionalLong begin = fragment.decodeTime().isPresent() ? fragment.decodeTime() : expected;
        return begin.isPresent() && fragment.durationsKnown()
                ? OptionalLong.of(Scale.add(begin.getAsLong(), fragment.duration()))
                : OptionalLong.empty();
    }

    TrackRun facts() {
        return new TrackRun(
                trackId,
                timescale,
                fragments,
                decodeTime,
                timeBits,
                earliest,
                duration,
                durationsKnown,
                samples,
                bytes,
                sizesKnown,
                firstSync,
                gaps,
                largestGap,
                decryptable);
    }
}
