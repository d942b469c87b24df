package io.rungwatch.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Boxes of ISO/IEC 14496-12. */
final class Boxes {
    private Boxes() {}

    static byte[] box(String type, byte[]... content) {
        int length = 8;
        for (byte[] part : content) {
            length += part.length;
        }
        ByteBuffer box = head(ByteBuffer.allocate(length), length, type);
        for (byte[] part : content) {
            box.put(part);
        }
        return box.array();
    }

    static ByteBuffer head(ByteBuffer out, int length, String type) {
        return out.putInt(length).put(type.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
