package io.rungwatch.media;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Where pictures, parameter sets and the rest begin in a video stream, and how to tell them apart. */
enum VideoUnits {
    /** H.264, table 7-1. */
    AVC(
            1,
            unit -> unit[0] & 0x1f,
            1,
            5,
            unit -> (unit[0] & 0x1f) == 5,
            7,
            6,
            (unit, length) -> AvcSps.read(unit, 1, length, "avc1")),
    /** HEVC, table 7-1: from 16 to 23 are those that decoding can begin with. */
    HEVC(
            2,
            unit -> unit[0] >> 1 & 0x3f,
            0,
            31,
            unit -> (unit[0] >> 4 & 7) == 2,
            33,
            39,
            (unit, length) -> HevcSps.read(unit, 2, length, "hvc1")),
    /** ISO 13818-2, table 6-1: start codes in place of types; of what kind a picture is stands behind ten bits of its number. */
    MPEG2(3, unit -> unit[0] & 0xff, 0, 0, unit -> (unit[2] >> 3 & 7) == 1, 0xb3, -1, Mpeg2Sequence::read);

    private interface SequenceReader {
        Optional<Sps> read(byte[] unit, int length);
    }

    /** How many bytes of a unit tell all that is asked below. */
    final int header;

    private final ToIntFunction<byte[]> type;
    private final int firstPicture;
    private final int lastPicture;
    private final Predicate<byte[]> keyframe;
    private final int sequence;
    private final int message;
    private final SequenceReader reader;

    VideoUnits(
            int header,
            ToIntFunction<byte[]> type,
            int firstPicture,
            int lastPicture,
            Predicate<byte[]> keyframe,
            int sequence,
            int message,
            SequenceReader reader) {
        this.header = header;
        this.type = type;
        this.firstPicture = firstPicture;
        this.lastPicture = lastPicture;
        this.keyframe = keyframe;
        this.sequence = sequence;
        this.message = message;
        this.reader = reader;
    }

    int type(byte[] unit) {
        return type.applyAsInt(unit);
    }

    boolean isPicture(int type) {
        return type >= firstPicture && type <= lastPicture;
    }

    /** Of a picture. */
    boolean isKeyframe(byte[] unit) {
        return keyframe.test(unit);
    }

    /** Whether it says how large pictures are. */
    boolean isSequence(int type) {
        return type == sequence;
    }

    /** Supplemental enhancement information. */
    boolean isMessage(int type) {
        return type == message;
    }

    Optional<Sps> sequence(byte[] unit, int length) {
        return reader.read(unit, length);
    }
}
