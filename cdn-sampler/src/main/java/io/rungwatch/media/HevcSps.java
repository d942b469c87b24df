package io.rungwatch.media;

import java.util.Optional;

/** Reads a sequence parameter set: HEVC, 7.3.2.2. */
final class HevcSps {
    private static final int MOST_SETS = 64;
    private static final int MOST_PICTURES = 16;

    private final NalBits bits;
    /** How many pictures each reference picture set has: one may be told as the difference to another. */
    private final int[] pictures = new int[MOST_SETS];

    private int subLayers;

    private HevcSps(NalBits bits) {
        this.bits = bits;
    }

    /** Behind the two bytes that say what unit it is. */
    static Optional<Sps> read(byte[] nal, int from, int to, String entry) {
        return new HevcSps(new NalBits(nal, from, to)).read(entry);
    }

    private Optional<Sps> read(String entry) {
        bits.skip(4);
        subLayers = bits.number(3);
        bits.skip(1);
        Codec codec = codec(bits, entry);
        if (bits.overrun()) {
            return Optional.empty();
        }
        skipSubLayers();
        return Optional.of(new Sps(codec, picture()));
    }

    /** The general part of profile_tier_level; hvcC has it, too. */
    static Codec codec(NalBits bits, String entry) {
        int space = bits.number(2);
        boolean high = bits.flag();
        int profile = bits.number(5);
        int compatibility = bits.number(32);
        long constraints = bits.read(48);
        return new Codec.Hevc(entry, space, high, profile, compatibility, constraints, bits.number(8));
    }

    private void skipSubLayers() {
        int present = subLayers > 0 ? bits.number(16) : 0;
        for (int i = 0; i < subLayers; i++) {
            int flags = present >> (14 - 2 * i);
            bits.skip((flags & 2) != 0 ? 88 : 0);
            bits.skip((flags & 1) != 0 ? 8 : 0);
        }
    }

    private Optional<Picture> picture() {
        bits.golomb();
        int chroma = bits.golomb();
        bits.skip(chroma == 3 ? 1 : 0);
        int width = bits.golomb();
        int height = bits.golomb();
        if (bits.flag()) {
            width -= (chroma == 1 || chroma == 2 ? 2 : 1) * (bits.golomb() + bits.golomb());
            height -= (chroma == 1 ? 2 : 1) * (bits.golomb() + bits.golomb());
        }
        boolean known = !bits.overrun() && width > 0 && height > 0;
        return known ? Optional.of(usage(new Picture(width, height, false, Optional.empty()))) : Optional.empty();
    }

    /** All that stands before the usability information. */
    private Picture usage(Picture picture) {
        bits.skipGolombs(2);
        int orderBits = bits.golomb() + 4;
        bits.skipGolombs(3 * (bits.flag() ? subLayers + 1 : 1));
        bits.skipGolombs(6);
        boolean scaled = bits.flag();
        if (scaled && bits.flag()) {
            scalingLists();
        }
        bits.skip(2);
        if (bits.flag()) {
            bits.skip(8);
            bits.skipGolombs(2);
            bits.skip(1);
        }
        referenceSets();
        longTerm(orderBits);
        bits.skip(2);
        return bits.flag() && !bits.overrun() ? timing(picture) : picture;
    }

    private void scalingLists() {
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (bits.flag()) {
                    bits.skipGolombs((size > 1 ? 1 : 0) + Math.min(64, 1 << (4 + 2 * size)));
                } else {
                    bits.golomb();
                }
            }
        }
    }

    private void referenceSets() {
        int sets = Math.clamp(bits.golomb(), 0, MOST_SETS);
        for (int i = 0; i < sets && !bits.overrun(); i++) {
            pictures[i] = i > 0 && bits.flag() ? predicted(pictures[i - 1]) : listed();
        }
    }

    /** From the set before it; of each of its pictures, and of itself, it says whether it stays. */
    private int predicted(int before) {
        bits.skip(1);
        bits.golomb();
        int kept = 0;
        for (int j = 0; j <= before; j++) {
            boolean used = bits.flag();
            kept += used || bits.flag() ? 1 : 0;
        }
        return kept;
    }

    private int listed() {
        int count = Math.clamp(bits.golomb(), 0, MOST_PICTURES) + Math.clamp(bits.golomb(), 0, MOST_PICTURES);
        for (int j = 0; j < count; j++) {
            bits.golomb();
            bits.skip(1);
        }
        return count;
    }

    private void longTerm(int orderBits) {
        int count = bits.flag() ? Math.clamp(bits.golomb(), 0, 32) : 0;
        bits.skip(count * (Math.clamp(orderBits, 4, 16) + 1));
    }

    /** E.2.1: what is coded are fields where field_seq_flag says so. */
    private Picture timing(Picture picture) {
        Vui.beforeTiming(bits);
        bits.skip(1);
        boolean fields = bits.flag();
        bits.skip(1);
        bits.skipGolombs(bits.flag() ? 4 : 0);
        int high = fields ? 2 : 1;
        return new Picture(picture.width(), picture.height() * high, fields, Vui.rate(bits, high));
    }
}
