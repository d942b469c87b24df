package io.rungwatch.media;

import java.util.Optional;
import java.util.Set;

/** Reads a sequence parameter set: H.264, 7.3.2.1.1 and E.1.1. */
final class AvcSps {
    private static final int BLOCK = 16;
    private static final int MOST_FRAMES_IN_ORDER = 255;
    private static final Set<Integer> WITH_CHROMA =
            Set.of(44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244);

    private final NalBits bits;
    private int chroma = 1;

    private AvcSps(NalBits bits) {
        this.bits = bits;
    }

    /** Behind the byte that says what unit it is. */
    static Optional<Sps> read(byte[] nal, int from, int to, String entry) {
        NalBits bits = new NalBits(nal, from, to);
        Codec codec = new Codec.Avc(entry, bits.number(8), bits.number(8), bits.number(8));
        return bits.overrun() ? Optional.empty() : Optional.of(new Sps(codec, new AvcSps(bits).picture(codec)));
    }

    private Optional<Picture> picture(Codec codec) {
        bits.golomb();
        if (codec instanceof Codec.Avc avc && WITH_CHROMA.contains(avc.profile())) {
            chroma();
        }
        bits.golomb();
        order();
        bits.golomb();
        bits.skip(1);
        return size();
    }

    private void chroma() {
        chroma = bits.golomb();
        bits.skip(chroma == 3 ? 1 : 0);
        bits.skipGolombs(2);
        bits.skip(1);
        int lists = bits.flag() ? chroma == 3 ? 12 : 8 : 0;
        for (int i = 0; i < lists; i++) {
            if (bits.flag()) {
                scalingList(i < 6 ? 16 : 64);
            }
        }
    }

    private void scalingList(int size) {
        int next = 8;
        int last = 8;
        for (int i = 0; i < size && next != 0 && !bits.overrun(); i++) {
            next = (last + bits.signedGolomb()) & 0xff;
            last = next == 0 ? last : next;
        }
    }

    /** In which order pictures are shown. */
    private void order() {
        int type = bits.golomb();
        if (type == 0) {
            bits.golomb();
        } else if (type == 1) {
            bits.skip(1);
            bits.skipGolombs(2);
            bits.skipGolombs(Math.clamp(bits.golomb(), 0, MOST_FRAMES_IN_ORDER));
        }
    }

    private Optional<Picture> size() {
        int width = (bits.golomb() + 1) * BLOCK;
        int height = (bits.golomb() + 1) * BLOCK;
        boolean frames = bits.flag();
        int fields = frames ? 1 : 2;
        bits.skip(frames ? 1 : 2);
        int wide = chroma == 1 || chroma == 2 ? 2 : 1;
        int high = (chroma == 1 ? 2 : 1) * fields;
        if (bits.flag()) {
            width -= wide * (bits.golomb() + bits.golomb());
            height = height * fields - high * (bits.golomb() + bits.golomb());
        } else {
            height *= fields;
        }
        boolean known = !bits.overrun() && width > 0 && height > 0;
        return known ? Optional.of(new Picture(width, height, !frames, rate())) : Optional.empty();
    }

    /** Two ticks make a frame, for a tick is a field. */
    private Optional<Picture.Rate> rate() {
        if (!bits.flag()) {
            return Optional.empty();
        }
        Vui.beforeTiming(bits);
        return Vui.rate(bits, 2);
    }
}
