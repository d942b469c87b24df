package io.rungwatch.media;

import org.jspecify.annotations.Nullable;

/** Reads the headers of audio frames; null where there is none. */
final class AudioFrames {
    /** ISO 14496-3, table 1.18. */
    private static final int[] AAC_RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350
    };

    private static final int AAC_SAMPLES = 1024;
    private static final int ADTS_HEADER = 7;

    /** A/52, 5.4.1.3. */
    private static final int[] AC3_RATES = {48_000, 44_100, 32_000};

    private static final int[] AC3_KBITS = {
        32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 576, 640
    };
    private static final int[] AC3_CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};
    private static final int AC3_SAMPLES = 1536;
    private static final int[] EAC3_BLOCKS = {1, 2, 3, 6};
    private static final int BLOCK = 256;
    private static final int HALF_RATE = 3;

    private static final Codec AC_3 = new Codec.Named("ac-3");
    private static final Codec EC_3 = new Codec.Named("ec-3");
    /** Object types 32 to 34 are layers 1 to 3; the header counts layers the other way round. */
    private static final int MPEG_OBJECTS = 35;

    private AudioFrames() {}

    /** ISO 14496-3, 1.A.2. */
    static @Nullable AudioFrame adts(byte[] b, int at) {
        int code = b[at + 2] >> 2 & 0xf;
        int length = (b[at + 3] & 3) << 11 | (b[at + 4] & 0xff) << 3 | (b[at + 5] & 0xff) >> 5;
        boolean sync = b[at] == (byte) 0xff && (b[at + 1] & 0xf6) == 0xf0;
        if (!sync || code >= AAC_RATES.length || length < ADTS_HEADER) {
            return null;
        }
        int channels = (b[at + 2] & 1) << 2 | b[at + 3] >> 6 & 3;
        int blocks = 1 + (b[at + 6] & 3);
        Codec codec = new Codec.Aac((b[at + 2] >> 6 & 3) + 1);
        return new AudioFrame(length, blocks * AAC_SAMPLES, AAC_RATES[code], aacChannels(channels), codec);
    }

    static int aacRate(int code) {
        return code < AAC_RATES.length ? AAC_RATES[code] : 0;
    }

    /** Configuration 7 is 7.1. */
    static int aacChannels(int configuration) {
        return configuration == 7 ? 8 : configuration < 7 ? configuration : 0;
    }

    /** A/52, 5.3. */
    static @Nullable AudioFrame ac3(byte[] b, int at) {
        int rate = b[at + 4] >> 6 & 3;
        int size = b[at + 4] & 0x3f;
        if (!isDolby(b, at) || rate == HALF_RATE || size >> 1 >= AC3_KBITS.length || (b[at + 5] & 0xff) >> 3 > 10) {
            return null;
        }
        int mode = b[at + 6] >> 5 & 7;
        // Mixing levels of two bits each stand between the mode and the flag of the bass channel.
        int before = (mode & 1) != 0 && mode != 1 ? 2 : 0;
        before += (mode & 4) != 0 ? 2 : 0;
        before += mode == 2 ? 2 : 0;
        int bass = b[at + 6] >> (4 - before) & 1;
        return new AudioFrame(ac3Length(rate, size), AC3_SAMPLES, AC3_RATES[rate], AC3_CHANNELS[mode] + bass, AC_3);
    }

    /** In words of 16 bits; at 44.1 kHz they do not come out even, and every second frame has one more. */
    private static int ac3Length(int rate, int size) {
        int kbits = AC3_KBITS[size >> 1];
        int words = kbits * 1000 / 16 * AC3_SAMPLES / AC3_RATES[rate];
        return 2 * (words + (rate == 1 ? size & 1 : 0));
    }

    /** A/52, annex E. */
    static @Nullable AudioFrame eac3(byte[] b, int at) {
        int rate = b[at + 4] >> 6 & 3;
        int blocks = b[at + 4] >> 4 & 3;
        int length = 2 * (((b[at + 2] & 7) << 8 | b[at + 3] & 0xff) + 1);
        int version = (b[at + 5] & 0xff) >> 3;
        boolean half = rate == HALF_RATE;
        if (!isDolby(b, at) || version <= 10 || version > 16 || length < AudioFormat.HEAD || (half && blocks == 3)) {
            return null;
        }
        int mode = b[at + 4] >> 1 & 7;
        int samples = half ? EAC3_BLOCKS[3] * BLOCK : EAC3_BLOCKS[blocks] * BLOCK;
        // Other substreams, and those that depend on one, sound at the same time.
        boolean first = (b[at + 2] & 0xf8) == 0;
        int hertz = half ? AC3_RATES[blocks] / 2 : AC3_RATES[rate];
        return new AudioFrame(length, first ? samples : 0, hertz, AC3_CHANNELS[mode] + (b[at + 4] & 1), EC_3);
    }

    private static boolean isDolby(byte[] b, int at) {
        return b[at] == 0x0b && b[at + 1] == 0x77;
    }

    /** ISO 11172-3, 2.4.1.3, and the lower rates of ISO 13818-3. */
    static @Nullable AudioFrame mpeg(byte[] b, int at) {
        int version = b[at + 1] >> 3 & 3;
        int layer = b[at + 1] >> 1 & 3;
        int bitrate = b[at + 2] >> 4 & 0xf;
        int rate = b[at + 2] >> 2 & 3;
        boolean sync = b[at] == (byte) 0xff && (b[at + 1] & 0xe0) == 0xe0;
        if (!sync || version == 1 || layer == 0 || rate == 3 || bitrate == 0 || bitrate == 15) {
            return null;
        }
        int hertz = MpegAudio.rate(version, rate);
        int samples = MpegAudio.samples(version, layer);
        int slot = layer == MpegAudio.LAYER_1 ? 4 : 1;
        int length =
                (samples / 8 / slot * MpegAudio.kbits(version, layer, bitrate) * 1000 / hertz + (b[at + 2] >> 1 & 1))
                        * slot;
        return new AudioFrame(
                length, samples, hertz, (b[at + 3] & 0xc0) == 0xc0 ? 1 : 2, new Codec.Aac(MPEG_OBJECTS - layer));
    }
}
