package io.rungwatch.scte35;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a splice_info_section: SCTE 35, 9.6. */
public final class Scte35 {
    private static final int TABLE_ID = 0xfc;
    private static final int HEADER = 3;
    private static final int CRC_BYTES = 4;
    /** Protocol version to command type. */
    private static final int FIXED = 11;
    /** Three bytes, and as many as twelve bits can count. */
    private static final int LONGEST = HEADER + 4095;
    /** Older encoders do not say how long their command is. */
    private static final int UNSAID = 0xfff;

    private static final int SEGMENTATION = 0x02;
    private static final long CUEI = 0x4355_4549L;
    private static final int MOST_DESCRIPTORS = 64;

    private Scte35() {}

    /** Hexadecimal with 0x in front, or Base64. */
    public static Splice read(String text) {
        if (text.length() > 2 * LONGEST + 16) {
            return new Unreadable(Unreadable.Reason.TOO_LONG, text.length() + " characters");
        }
        byte[] bytes = PayloadText.bytes(text);
        return bytes == null ? new Unreadable(Unreadable.Reason.TEXT, text.length() + " characters") : read(bytes);
    }

    public static Splice read(byte[] bytes) {
        if (bytes.length == 0 || (bytes[0] & 0xff) != TABLE_ID) {
            return new Unreadable(
                    Unreadable.Reason.TABLE, bytes.length == 0 ? "nothing" : "table " + (bytes[0] & 0xff));
        }
        int length = bytes.length < HEADER ? 0 : (bytes[1] & 0x0f) << 8 | bytes[2] & 0xff;
        if (length < FIXED + CRC_BYTES || HEADER + length != bytes.length) {
            return new Unreadable(
                    Unreadable.Reason.LENGTH, bytes.length + " bytes, the section says " + (HEADER + length));
        }
        if (Crc.of(bytes, 0, bytes.length) != 0) {
            return new Unreadable(Unreadable.Reason.CRC, bytes.length + " bytes");
        }
        return section(bytes);
    }

    private static Splice section(byte[] bytes) {
        int end = bytes.length - CRC_BYTES;
        Bits bits = new Bits(bytes, HEADER, end);
        bits.skip(8);
        boolean encrypted = bits.flag();
        bits.skip(6);
        long adjustment = bits.read(33);
        bits.skip(8 + 12);
        int commandLength = bits.number(12);
        if (encrypted) {
            return new SpliceInfo(-1, true, adjustment, Optional.empty(), OptionalLong.empty(), List.of());
        }
        int type = bits.number(8);
        int begin = bits.position();
        boolean said = commandLength != UNSAID;
        if (said && commandLength > bits.left()) {
            return new Unreadable(Unreadable.Reason.SYNTAX, "a command of " + commandLength + " bytes");
        }
        Bits command = said ? new Bits(bytes, begin, begin + commandLength) : bits;
        Command read = Command.of(type, command);
        if (command.overrun()) {
            return new Unreadable(Unreadable.Reason.SYNTAX, "command " + type);
        }
        // What is behind a command of unknown length and kind, nobody can tell.
        List<Segmentation> segmentations = new ArrayList<>(1);
        if (said || read.whole()) {
            Bits rest = said ? new Bits(bytes, begin + commandLength, end) : bits;
            if (!descriptors(bytes, rest, segmentations)) {
                return new Unreadable(Unreadable.Reason.SYNTAX, "descriptors");
            }
        }
        return new SpliceInfo(type, false, adjustment, read.insert(), read.time(), List.copyOf(segmentations));
    }

    /** False where they run over the end. */
    private static boolean descriptors(byte[] bytes, Bits bits, List<Segmentation> found) {
        int loop = bits.number(16);
        if (bits.overrun() || loop > bits.left()) {
            return false;
        }
        Bits all = new Bits(bytes, bits.position(), bits.position() + loop);
        while (all.left() > 0) {
            int tag = all.number(8);
            int length = all.number(8);
            int begin = all.position();
            if (all.overrun() || length > all.left()) {
                return false;
            }
            Bits descriptor = new Bits(bytes, begin, begin + length);
            if (tag == SEGMENTATION && descriptor.read(32) == CUEI && found.size() < MOST_DESCRIPTORS) {
                found.add(SegmentationReader.read(descriptor));
            }
            if (descriptor.overrun()) {
                return false;
            }
            all.skip(8 * length);
        }
        return true;
    }
}
