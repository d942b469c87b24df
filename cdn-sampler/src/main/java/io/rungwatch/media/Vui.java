package io.rungwatch.media;

import java.util.Optional;

/** Video usability information as H.264 (E.1.1) and HEVC (E.2.1) share it. */
final class Vui {
    private static final int EXTENDED_SAR = 255;

    private Vui() {}

    /** Aspect ratio, overscan, signal type, place of the colours: what both begin with. */
    static void beforeTiming(NalBits bits) {
        if (bits.flag()) {
            bits.skip(bits.number(8) == EXTENDED_SAR ? 32 : 0);
        }
        bits.skip(bits.flag() ? 1 : 0);
        if (bits.flag()) {
            bits.skip(4);
            bits.skip(bits.flag() ? 24 : 0);
        }
        bits.skipGolombs(bits.flag() ? 2 : 0);
    }

    static Optional<Picture.Rate> rate(NalBits bits, int ticksPerFrame) {
        if (!bits.flag()) {
            return Optional.empty();
        }
        long units = bits.read(32);
        long scale = bits.read(32);
        return bits.overrun() ? Optional.empty() : Picture.Rate.of(scale, ticksPerFrame * units);
    }
}
