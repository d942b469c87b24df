package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rungwatch.hls.LooksLike;
import io.rungwatch.hls.Sniffer;
import java.util.Arrays;

/** Keeps the beginning and counts the rest. */
final class OpaqueReader implements MediaReader {
    private static final int LOOKED_AT = 1024;
    private static final int SHOWN = 60;

    private final byte[] head = new byte[LOOKED_AT];
    private long bytes;

    @Override
    public void add(byte[] more, int offset, int length) {
        if (bytes < LOOKED_AT) {
            System.arraycopy(more, offset, head, (int) bytes, (int) Math.min(length, LOOKED_AT - bytes));
        }
        bytes += length;
    }

    @Override
    public Look look() {
        byte[] seen = Arrays.copyOf(head, (int) Math.min(bytes, LOOKED_AT));
        return new Opaque(bytes, looksLike(seen), beginning(seen));
    }

    /** Cipher text looks like anything by its first byte; that it is no text shows soon enough. */
    private static LooksLike looksLike(byte[] seen) {
        if (new String(seen, ISO_8859_1).startsWith("#EXTM3U")) {
            return LooksLike.HLS;
        }
        LooksLike guess = Sniffer.looksLike(seen);
        return switch (guess) {
            case TEXT, XML, JSON, HTML, MPD, MEDIA -> isText(seen) ? guess : LooksLike.BINARY;
            case EMPTY, HLS, UTF16, GZIP, IMAGE, BINARY -> guess;
        };
    }

    private static boolean isText(byte[] seen) {
        Utf8 utf8 = new Utf8();
        for (byte next : seen) {
            utf8.add(next);
        }
        return !utf8.broken();
    }

    private static String beginning(byte[] seen) {
        return new String(seen, 0, Math.min(seen.length, SHOWN), ISO_8859_1).replaceAll("[^ -~]", ".");
    }
}
