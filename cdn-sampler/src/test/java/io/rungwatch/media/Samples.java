package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The recorded pieces of media, and bytes written by hand. */
public final class Samples {
    public static final Path FOLDER = Path.of("src/test/resources/media");

    private Samples() {}

    public static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TransportStream ts(byte[] segment) {
        return (TransportStream) Media.look(segment);
    }

    public static Fragmented mp4(byte[] segment) {
        return (Fragmented) Media.look(segment);
    }

    public static Init init(String name) {
        return mp4(file(name)).init().orElseThrow();
    }

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    public static byte[] text(String characters) {
        return characters.getBytes(ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] number(long value, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >> 8 * (width - 1 - i));
        }
        return bytes;
    }

    /** A box of MP4 with what is inside. */
    public static byte[] box(String type, byte[]... content) {
        byte[] inside = join(content);
        return join(number(8 + inside.length, 4), text(type), inside);
    }

    /** With the tag in front that packed audio must have. */
    public static byte[] tagged(long timestamp, byte[] frames) {
        byte[] owner = text("com.apple.streaming.transportStreamTimestamp\0");
        byte[] frame = join(text("PRIV"), number(owner.length + 8, 4), number(0, 2), owner, number(timestamp, 8));
        return join(text("ID3"), hex("040000"), number(frame.length, 4), frame, frames);
    }

    /** As by a reader that gets no more than so many bytes at a time. */
    public static Look inPieces(MediaReader reader, byte[] segment, int size) {
        for (int at = 0; at < segment.length; at += size) {
            reader.add(segment, at, Math.min(size, segment.length - at));
        }
        return reader.look();
    }
}
