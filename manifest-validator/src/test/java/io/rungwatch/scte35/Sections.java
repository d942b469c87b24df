package io.rungwatch.scte35;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes splice information, field by field as the standard lists them: the other half of what is tested. */
final class Sections {
    private BigInteger bits = BigInteger.ONE;

    static Sections fields() {
        return new Sections();
    }

    Sections put(int width, long value) {
        bits = bits.shiftLeft(width)
                .or(BigInteger.valueOf(value)
                        .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE)));
        return this;
    }

    Sections put(byte[] bytes) {
        for (byte b : bytes) {
            put(8, b);
        }
        return this;
    }

    /** Without the one that keeps leading zeros alive. */
    byte[] bytes() {
        int length = (bits.bitLength() - 1) / 8;
        byte[] all = bits.toByteArray();
        byte[] bytes = new byte[length];
        System.arraycopy(all, all.length - length, bytes, 0, length);
        return bytes;
    }

    static byte[] section(int type, byte[] command, byte... descriptors) {
        return section(false, type, command.length, command, descriptors);
    }

    static byte[] section(boolean encrypted, int type, int commandLength, byte[] command, byte... descriptors) {
        byte[] body = fields().put(8, 0)
                .put(1, encrypted ? 1 : 0)
                .put(6, 0)
                .put(33, 5)
                .put(8, 0)
                .put(12, 0xfff)
                .put(12, commandLength)
                .put(8, type)
                .put(command)
                .put(16, descriptors.length)
                .put(descriptors)
                .bytes();
        byte[] section = fields().put(8, 0xfc)
                .put(4, 3)
                .put(12, body.length + 4)
                .put(body)
                .bytes();
        return fields().put(section).put(32, checksum(section)).bytes();
    }

    static byte[] insert(long event, boolean out, long duration) {
        return fields().put(32, event)
                .put(8, 0x7f)
                .put(1, out ? 1 : 0)
                .put(1, 1)
                .put(1, 1)
                .put(1, 0)
                .put(4, 15)
                .put(7, 0x7f)
                .put(33, 900_000)
                .put(7, 0x7f)
                .put(33, duration)
                .put(16, 1)
                .put(16, 0)
                .bytes();
    }

    static byte[] segmentation(long event, int type, long duration) {
        byte[] body = fields().put(32, 0x4355_4549)
                .put(32, event)
                .put(8, 0x7f)
                .put(1, 1)
                .put(1, 1)
                .put(6, 0x3f)
                .put(40, duration)
                .put(8, 8)
                .put(8, 4)
                .put(32, 0xabcdef)
                .put(8, type)
                .put(8, 1)
                .put(8, 2)
                .bytes();
        return fields().put(8, 2).put(8, body.length).put(body).bytes();
    }

    /** Bit by bit, as the standard has it, so that a slip in the table of the reader shows. */
    static long checksum(byte[] bytes) {
        long crc = 0xffff_ffffL;
        for (byte b : bytes) {
            crc ^= (b & 0xffL) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000_0000L) != 0 ? (crc << 1 ^ 0x04c1_1db7L) & 0xffff_ffffL : crc << 1;
            }
        }
        return crc;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private Sections() {}
}
