package io.rungwatch.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Boxes of ISO 14496-12 that we know, and how much of each is kept to be read when it is whole. */
enum BoxType {
    MOOV(true),
    TRAK(true),
    MDIA(true),
    MINF(true),
    STBL(true),
    MVEX(true),
    MOOF(true),
    TRAF(true),

    FTYP(128),
    STYP(128),
    TKHD(96),
    MDHD(40),
    HDLR(24),
    /** With the configuration of the decoder, and of the encryption. */
    STSD(4096),
    TREX(24),
    PSSH(20),
    MFHD(8),
    TFHD(40),
    TFDT(12),
    /** Of each sample it says something; that it is there is all we want to know. */
    SENC(8),
    SAIZ(8),
    SAIO(8),
    PRFT(28),
    /** With a message inside, of SCTE 35 mostly. */
    EMSG(4096),

    /** Read row by row. */
    TRUN(false),
    SIDX(false),
    MDAT(false),

    FREE(0),
    SKIP(0),
    WIDE(0),
    UUID(0),
    META(0),
    SSIX(0),
    PDIN(0),
    MFRA(0),
    OTHER(0);

    static final int MOST_KEPT = 4096;
    private static final int HEADER = 8;
    private static final Map<Integer, BoxType> BY_CODE = Arrays.stream(values())
            .filter(type -> type != OTHER)
            .collect(Collectors.toUnmodifiableMap(BoxType::code, Function.identity()));

    final boolean container;
    final int kept;

    BoxType(boolean container) {
        this.container = container;
        this.kept = 0;
    }

    BoxType(int kept) {
        this.container = false;
        this.kept = kept;
    }

    private int code() {
        String name = name().toLowerCase(Locale.ROOT);
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    static BoxType of(int code) {
        return BY_CODE.getOrDefault(code, OTHER);
    }

    /** Whether it can be fragmented MP4: the first box has a name that may stand there. */
    static boolean beginsWithBox(byte[] bytes, int end) {
        if (end < HEADER) {
            return false;
        }
        return switch (of(new Fields(bytes, 4, HEADER).number(4))) {
            case MOOV, MOOF, FTYP, STYP, PRFT, EMSG, SIDX, MDAT, FREE, SKIP, WIDE, UUID, SSIX, PDIN -> true;
            default -> false;
        };
    }
}
