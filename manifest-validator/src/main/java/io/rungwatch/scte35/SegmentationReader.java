package io.rungwatch.scte35;

import java.util.OptionalLong;

/** segmentation_descriptor, behind its identifier: SCTE 35, 10.3.3. */
final class SegmentationReader {
    private SegmentationReader() {}

    static Segmentation read(Bits bits) {
        long event = bits.read(32);
        boolean cancelled = bits.flag();
        bits.skip(7);
        if (cancelled) {
            return new Segmentation(event, true, 0, OptionalLong.empty(), 0, 0, 0);
        }
        boolean program = bits.flag();
        boolean lasts = bits.flag();
        bits.skip(6);
        if (!program) {
            bits.skip(bits.number(8) * 48);
        }
        OptionalLong duration = lasts ? OptionalLong.of(bits.read(40)) : OptionalLong.empty();
        int upidType = bits.number(8);
        bits.skip(bits.number(8) * 8);
        int type = bits.number(8);
        return new Segmentation(event, false, type, duration, upidType, bits.number(8), bits.number(8));
    }
}
