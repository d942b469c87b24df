package io.rungwatch.media;

import java.util.Optional;

/** Reads a sequence header: ISO 13818-2, 6.2.2.1. */
final class Mpeg2Sequence {
    private static final int LENGTH = 8;
    /** Frames in so many seconds, by frame_rate_code: table 6-4. */
    private static final int[][] RATES = {
        {0, 0}, {24_000, 1001}, {24, 1}, {25, 1}, {30_000, 1001}, {30, 1}, {50, 1}, {60_000, 1001}, {60, 1}
    };

    private Mpeg2Sequence() {}

    static Optional<Sps> read(byte[] unit, int length) {
        Fields fields = new Fields(unit, 1, length);
        if (length < LENGTH) {
            return Optional.empty();
        }
        int sizes = fields.number(3);
        int code = fields.number(1) & 0xf;
        int[] rate = RATES[code < RATES.length ? code : 0];
        Optional<Picture.Rate> frames = Picture.Rate.of(rate[0], rate[1]);
        return Optional.of(new Sps(
                new Codec.Named("mp4v.61"), Optional.of(new Picture(sizes >> 12, sizes & 0xfff, false, frames))));
    }
}
