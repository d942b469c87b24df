package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Reads HLS playlists. Never throws, never gives up: only what is no playlist at all ends it. */
public final class Hls {
    private static final byte[] HEADER = "#EXTM3U".getBytes(ISO_8859_1);

    private Hls() {}

    public static HlsDocument parse(byte[] body) {
        return parse(body, Outside.NOTHING);
    }

    /** Nobody may write into `body` afterwards: the model shows lines of it as evidence. */
    public static HlsDocument parse(byte[] body, Outside outside) {
        boolean header = hasHeader(body);
        if (!header) {
            LooksLike looksLike = Sniffer.looksLike(body);
            if (looksLike != LooksLike.TEXT || !Sniffer.hasTags(body)) {
                return new NotHls(looksLike, "this is " + looksLike.text() + Sniffer.beginning(body));
            }
        }
        Reading reading = new Reading(body, outside);
        if (!header) {
            reading.problems.add(ProblemKind.HEADER, 1, 1, Excerpt.of(body, 0, firstLine(body)));
        }
        return reading.read();
    }

    /** A byte order mark may stand before it, and IPTV lists put attributes behind it. */
    private static boolean hasHeader(byte[] b) {
        int from = b.length > 2 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf ? 3 : 0;
        int to = from + HEADER.length;
        if (b.length < to) {
            return false;
        }
        for (int i = 0; i < HEADER.length; i++) {
            if (b[from + i] != HEADER[i]) {
                return false;
            }
        }
        return b.length == to || (b[to] <= ' ' && b[to] > 0);
    }

    /** Where it ends, or where it has been long enough to be shown. */
    private static int firstLine(byte[] b) {
        int end = 0;
        while (end < Math.min(b.length, 60) && b[end] != '\n' && b[end] != '\r') {
            end++;
        }
        return end;
    }
}
