package io.rungwatch.media;

/** The tables of MPEG audio: ISO 11172-3, 2.4.2.3; ISO 13818-3, 2.4.2.3. */
final class MpegAudio {
    static final int LAYER_1 = 3;
    private static final int LAYER_3 = 1;
    private static final int VERSION_1 = 3;
    private static final int VERSION_2 = 2;

    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[][] KBITS = {
        {},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    };
    private static final int[] LOW_KBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] LOW_KBITS_1 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256};

    private MpegAudio() {}

    static int rate(int version, int code) {
        return RATES[code] / (version == VERSION_1 ? 1 : version == VERSION_2 ? 2 : 4);
    }

    static int samples(int version, int layer) {
        return layer == LAYER_1 ? 384 : layer == LAYER_3 && version != VERSION_1 ? 576 : 1152;
    }

    static int kbits(int version, int layer, int code) {
        return version == VERSION_1 ? KBITS[layer][code] : layer == LAYER_1 ? LOW_KBITS_1[code] : LOW_KBITS[code];
    }
}
