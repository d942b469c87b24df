package io.rungwatch.sampler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compressed text, each byte a Latin-1 character, so that it can be put into a scripted answer. */
final class Packed {
    private interface Packing {
        OutputStream onto(OutputStream out) throws IOException;
    }

    private Packed() {}

    static String gzip(String text) {
        return packed(text, GZIPOutputStream::new);
    }

    static String zlib(String text) {
        return packed(text, DeflaterOutputStream::new);
    }

    static String deflate(String text) {
        return packed(text, out -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true)));
    }

    static String wrongChecksum(String gzip) {
        int at = gzip.length() - 8;
        return gzip.substring(0, at) + (char) (gzip.charAt(at) ^ 1) + gzip.substring(at + 1);
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String packed(String text, Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packer = packing.onto(out)) {
            packer.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
