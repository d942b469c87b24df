package io.rungwatch.media;

import static io.rungwatch.dash.Scale.add;
import static io.rungwatch.dash.Scale.multiply;

import java.util.OptionalLong;

/** One traf, while it is read. */
final class FragmentReader {
    private static final int SHORT_TIME_BITS = 32;
    private static final int NO_BITS = 64;

    private long track = -1;
    private SampleDefaults defaults = SampleDefaults.NONE;
    private OptionalLong decodeTime = OptionalLong.empty();
    private int timeBits = NO_BITS;
    private long count;
    private long duration;
    private long bytes;
    private boolean durationsKnown = true;
    private boolean sizesKnown = true;
    private Sync firstSync = Sync.UNKNOWN;
    private long earliest = Long.MAX_VALUE;
    private boolean initialVectors;
    private boolean auxiliarySizes;
    private boolean auxiliaryOffsets;

    /** tfhd; `inherited` is what the init section says of its track. */
    void head(long trackId, SampleDefaults inherited, Fields box, int flags) {
        track = trackId;
        box.skip(((flags & 0x1) != 0 ? 8 : 0) + ((flags & 0x2) != 0 ? 4 : 0));
        long defaultDuration = (flags & 0x8) != 0 ? box.read(4) : -1;
        long defaultSize = (flags & 0x10) != 0 ? box.read(4) : -1;
        long defaultFlags = (flags & 0x20) != 0 ? box.read(4) : -1;
        defaults = inherited.with(new SampleDefaults(defaultDuration, defaultSize, defaultFlags));
    }

    void time(Fields box) {
        timeBits = box.number(1) == 0 ? SHORT_TIME_BITS : NO_BITS;
        box.skip(3);
        decodeTime = OptionalLong.of(box.read(timeBits / 8));
    }

    void present(BoxType type) {
        initialVectors |= type == BoxType.SENC;
        auxiliarySizes |= type == BoxType.SAIZ;
        auxiliaryOffsets |= type == BoxType.SAIO;
    }

    /** So many that are alike; -1 for what their run does not say. The flags are those of the first of them. */
    void samples(long number, long ownDuration, long ownSize, long ownFlags, long composition) {
        if (count == 0) {
            firstSync = Sync.of(ownFlags >= 0 ? ownFlags : defaults.flags());
        }
        earliest = Math.min(earliest, add(duration, composition));
        long ticks = ownDuration >= 0 ? ownDuration : defaults.duration();
        long size = ownSize >= 0 ? ownSize : defaults.size();
        durationsKnown &= ticks >= 0;
        sizesKnown &= size >= 0;
        count = add(count, number);
        duration = add(duration, multiply(number, Math.max(0, ticks)));
        bytes = add(bytes, multiply(number, Math.max(0, size)));
    }

    /** -1 before it says so. */
    long track() {
        return track;
    }

    OptionalLong decodeTime() {
        return decodeTime;
    }

    int timeBits() {
        return timeBits;
    }

    long count() {
        return count;
    }

    long duration() {
        return duration;
    }

    long bytes() {
        return bytes;
    }

    boolean durationsKnown() {
        return durationsKnown;
    }

    boolean sizesKnown() {
        return sizesKnown;
    }

    Sync firstSync() {
        return firstSync;
    }

    /** From its decode time to the first picture that is shown. */
    long earliest() {
        return count == 0 ? 0 : earliest;
    }

    /** Whether what decryption needs is there, in one way or the other. */
    boolean decryptable() {
        return initialVectors || (auxiliarySizes && auxiliaryOffsets);
    }
}
