package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** Names and values that come again in every playlist are the same string each time: less to allocate, quicker to compare. */
final class AttributeNames {
    private static final int SIZE = 256;
    private static final byte[][] BYTES = new byte[SIZE][];
    private static final String[] STRINGS = new String[SIZE];

    static {
        String names = """
                ALLOWED-CPC ASSOC-LANGUAGE AUDIO AUTOSELECT AVERAGE-BANDWIDTH BANDWIDTH BIT-DEPTH BYTERANGE BYTERANGE-LENGTH
                BYTERANGE-START CAN-BLOCK-RELOAD CAN-SKIP-DATERANGES CAN-SKIP-UNTIL CHANNELS CHARACTERISTICS CLASS
                CLOSED-CAPTIONS CODECS CUE DATA-ID DEFAULT DURATION END-DATE END-ON-NEXT FORCED FRAME-RATE GAP GROUP-ID
                HDCP-LEVEL HOLD-BACK ID IMPORT INDEPENDENT INSTREAM-ID IV KEYFORMAT KEYFORMATVERSIONS LANGUAGE LAST-MSN
                LAST-PART METHOD NAME PART-HOLD-BACK PART-TARGET PATHWAY-ID PLANNED-DURATION PRECISE PROGRAM-ID QUERYPARAM
                RECENTLY-REMOVED-DATERANGES REQ-VIDEO-LAYOUT RESOLUTION SAMPLE-RATE SCORE SCTE35-CMD SCTE35-IN SCTE35-OUT
                SERVER-URI SKIPPED-SEGMENTS STABLE-RENDITION-ID STABLE-VARIANT-ID START-DATE SUBTITLES
                SUPPLEMENTAL-CODECS TIME-OFFSET TYPE URI VALUE VIDEO VIDEO-RANGE YES NO NONE PART AES-128 SAMPLE-AES SDR PQ HLG
                """;
        for (String name : names.split("\\s+", -1)) {
            if (!name.isEmpty()) {
                put(name);
            }
        }
    }

    private AttributeNames() {}

    private static void put(String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        int slot = slot(bytes, 0, bytes.length);
        while (BYTES[slot] != null) {
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
