package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Names and values that come again in every playlist are the same string each time: less to allocate, quicker to compare. */
final class AttributeNames {
    private static final int SIZE = 256;
    private static final byte[][] BYTES = new byte[SIZE][];
    private static final String[] STRINGS = new String[SIZE];

    /** Strings: in quotes. */
    private static final Set<String> QUOTED = known("""
            ALLOWED-CPC ASSOC-LANGUAGE AUDIO BYTERANGE CHANNELS CHARACTERISTICS CLASS CODECS CUE DATA-ID END-DATE GROUP-ID ID IMPORT
            INSTREAM-ID KEYFORMAT KEYFORMATVERSIONS LANGUAGE NAME PATHWAY-ID QUERYPARAM RECENTLY-REMOVED-DATERANGES
            REQ-VIDEO-LAYOUT SERVER-URI STABLE-RENDITION-ID STABLE-VARIANT-ID START-DATE SUBTITLES SUPPLEMENTAL-CODECS URI VALUE
            VIDEO
            """);

    /** Numbers and enumerated words: without quotes. */
    private static final Set<String> BARE = known("""
            AUTOSELECT AVERAGE-BANDWIDTH BANDWIDTH BIT-DEPTH BYTERANGE-LENGTH BYTERANGE-START CAN-BLOCK-RELOAD CAN-SKIP-DATERANGES
            CAN-SKIP-UNTIL DEFAULT DURATION END-ON-NEXT FORCED FRAME-RATE GAP HDCP-LEVEL HOLD-BACK INDEPENDENT IV LAST-MSN LAST-PART
            METHOD PART-HOLD-BACK PART-TARGET PLANNED-DURATION PRECISE PROGRAM-ID RESOLUTION SAMPLE-RATE SCORE SCTE35-CMD
            SCTE35-IN SCTE35-OUT SKIPPED-SEGMENTS TIME-OFFSET TYPE VIDEO-RANGE
            """);

    static {
        known("CLOSED-CAPTIONS YES NO NONE PART AES-128 SAMPLE-AES SDR PQ HLG SUBTITLES VIDEO AUDIO");
    }

    /** Whether quotes are missing, or stand where none belong. */
    static boolean wrongQuotes(String name, boolean quoted) {
        return (quoted ? BARE : QUOTED).contains(name);
    }

    private static Set<String> known(String names) {
        Set<String> set = new HashSet<>();
        for (String name : names.split("\\s+", -1)) {
            if (!name.isEmpty() && set.add(name)) {
                put(name);
            }
        }
        return Set.copyOf(set);
    }

    private AttributeNames() {}

    private static void put(String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        int slot = slot(bytes, 0, bytes.length);
        while (BYTES[slot] != null) {
            if (Arrays.equals(BYTES[slot], bytes)) {
                return;
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        BYTES[slot] = bytes;
        STRINGS[slot] = name;
    }

    static String of(HlsScanner line, int from, int to) {
        byte[] b = line.bytes();
        for (int slot = slot(b, from, to); BYTES[slot] != null; slot = (slot + 1) & (SIZE - 1)) {
            byte[] known = BYTES[slot];
            if (Arrays.equals(known, 0, known.length, b, from, to)) {
                return STRINGS[slot];
            }
        }
        return line.string(from, to);
    }

    /** Enumerated words are short; numbers begin with a digit and are not looked up. */
    static String value(HlsScanner line, int from, int to) {
        return to - from <= 10 && line.bytes()[from] >= 'A' ? of(line, from, to) : line.string(from, to);
    }

    private static int slot(byte[] b, int from, int to) {
        int length = to - from;
        return (length * 31 + b[from] * 7 + b[to - 1] * 13 + b[from + length / 2] * 3) & (SIZE - 1);
    }
}
