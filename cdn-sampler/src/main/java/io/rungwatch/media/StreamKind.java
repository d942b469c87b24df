package io.rungwatch.media;

import static io.rungwatch.media.StreamKind.Sort.AUDIO;
import static io.rungwatch.media.StreamKind.Sort.DATA;
import static io.rungwatch.media.StreamKind.Sort.SUBTITLE;
import static io.rungwatch.media.StreamKind.Sort.VIDEO;

import java.util.Arrays;
import java.util.Optional;

/** What a program map announces; the second type of some is that of SAMPLE-AES, which leaves their headers readable. */
public enum StreamKind {
    MPEG2(VIDEO, 0x02, 0x01),
    AVC(VIDEO, 0x1b, 0xdb),
    HEVC(VIDEO, 0x24),
    AAC(AUDIO, 0x0f, 0xcf),
    LATM(AUDIO, 0x11),
    MPEG_AUDIO(AUDIO, 0x03, 0x04),
    AC3(AUDIO, 0x81, 0xc1),
    EAC3(AUDIO, 0x87, 0xc2),
    DVB_SUBTITLES(SUBTITLE),
    TELETEXT(SUBTITLE),
    ID3(DATA, 0x15),
    SCTE35(DATA, 0x86),
    OTHER(DATA);

    /** What an audience would call it. */
    public enum Sort {
        VIDEO,
        AUDIO,
        SUBTITLE,
        DATA
    }

    private final Sort sort;
    private final int[] types;

    StreamKind(Sort sort, int... types) {
        this.sort = sort;
        this.types = types;
    }

    public Sort sort() {
        return sort;
    }

    static StreamKind of(int streamType) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(kind.types).anyMatch(type -> type == streamType))
                .findFirst()
                .orElse(OTHER);
    }

    /** Where the stream type says "private" and descriptors tell: EN 300 468, 6.2 and annex D. */
    static Optional<StreamKind> ofDescriptor(int tag) {
        return Optional.ofNullable(
                switch (tag) {
                    case 0x56 -> TELETEXT;
                    case 0x59 -> DVB_SUBTITLES;
                    case 0x6a -> AC3;
                    case 0x7a -> EAC3;
                    case 0x7c -> AAC;
                    default -> null;
                });
    }

    static Optional<StreamKind> ofRegistration(String identifier) {
        return Optional.ofNullable(
                switch (identifier) {
                    case "AC-3" -> AC3;
                    case "EAC3" -> EAC3;
                    case "HEVC" -> HEVC;
                    case "CUEI" -> SCTE35;
                    default -> null;
                });
    }

    /** How its frames can be counted; empty where they cannot. */
    Optional<AudioFormat> frames() {
        return Optional.ofNullable(
                switch (this) {
                    case AAC -> AudioFormat.ADTS;
                    case AC3 -> AudioFormat.AC3;
                    case EAC3 -> AudioFormat.EAC3;
                    case MPEG_AUDIO -> AudioFormat.MPEG;
                    default -> null;
                });
    }

    Optional<VideoUnits> units() {
        return Optional.ofNullable(
                switch (this) {
                    case AVC -> VideoUnits.AVC;
                    case HEVC -> VideoUnits.HEVC;
                    case MPEG2 -> VideoUnits.MPEG2;
                    default -> null;
                });
    }
}
