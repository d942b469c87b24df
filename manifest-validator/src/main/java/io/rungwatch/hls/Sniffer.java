package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/** Says what a body is that does not begin like a playlist. */
public final class Sniffer {
    private static final int LOOKED_AT = 4096;

    private Sniffer() {}

    public static LooksLike looksLike(byte[] b) {
        if (startsWith(b, 0xfe, 0xff) || startsWith(b, 0xff, 0xfe) || startsWith(b, '#', 0) || startsWith(b, 0, '#')) {
            return LooksLike.UTF16;
        }
        if (startsWith(b, 0x1f, 0x8b)) {
            return LooksLike.GZIP;
        }
        if (startsWith(b, 0x89, 'P', 'N', 'G')
                || startsWith(b, 0xff, 0xd8, 0xff)
                || startsWith(b, 'G', 'I', 'F', '8')) {
            return LooksLike.IMAGE;
        }
        if (isTransportStream(b) || isMp4(b)) {
            return LooksLike.MEDIA;
        }
        String head = head(b).strip();
        if (head.isEmpty()) {
            return b.length > LOOKED_AT ? LooksLike.TEXT : LooksLike.EMPTY;
        }
        return switch (head.charAt(0)) {
            case '<' -> markup(head.toLowerCase(Locale.ROOT));
            case '{', '[' -> LooksLike.JSON;
            default -> isBinary(head) ? LooksLike.BINARY : LooksLike.TEXT;
        };
    }

    /** Whether some line is a tag: then it is a playlist that lost its head. */
    static boolean hasTags(byte[] b) {
        HlsScanner scanner = new HlsScanner(b);
        while (scanner.next() && scanner.line() < 1000) {
            if (scanner.tag() != null) {
                return true;
            }
        }
        return false;
    }

    static String beginning(byte[] b) {
        return b.length == 0 ? "" : ", beginning with: " + Excerpt.of(b, 0, Math.min(b.length, 60));
    }

    private static LooksLike markup(String head) {
        if (head.contains("<mpd")) {
            return LooksLike.MPD;
        }
        return head.contains("<html") || head.startsWith("<!doctype html") ? LooksLike.HTML : LooksLike.XML;
    }

    private static boolean isTransportStream(byte[] b) {
        return b.length >= 188 && b[0] == 'G' && (b.length < 377 || (b[188] == 'G' && b[376] == 'G'));
    }

    private static boolean isMp4(byte[] b) {
        if (b.length < 8) {
            return false;
        }
        return switch (new String(b, 4, 4, ISO_8859_1)) {
            case "ftyp", "styp", "moof", "moov", "sidx", "emsg" -> true;
            default -> false;
        };
    }

    private static boolean isBinary(String head) {
        int strange = 0;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            strange += c < 9 || (c > 13 && c < 32) ? 1 : 0;
        }
        return strange * 10 > head.length();
    }

    private static String head(byte[] b) {
        return new String(b, 0, Math.min(b.length, LOOKED_AT), ISO_8859_1).replace("\u00ef\u00bb\u00bf", "");
    }

    private static boolean startsWith(byte[] b, int... start) {
        if (b.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((b[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
