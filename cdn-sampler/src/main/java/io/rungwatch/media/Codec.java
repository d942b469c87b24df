package io.rungwatch.media;

import java.util.Locale;

/** How a stream is coded; prints itself as a manifest writes it: RFC 6381. */
public sealed interface Codec {
    String text();

    /** H.264; its entry is avc3 where parameter sets stand among the pictures. */
    record Avc(String entry, int profile, int constraints, int level) implements Codec {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%s.%02x%02x%02x", entry, profile, constraints, level);
        }
    }

    /**
     * ISO 14496-15, annex E.
     *
     * @param compatibility 32 flags, the first of them in the highest bit
     * @param constraints 48 flags
     */
    record Hevc(String entry, int space, boolean high, int profile, int compatibility, long constraints, int level)
            implements Codec {
        private static final int CONSTRAINT_BYTES = 6;

        @Override
        public String text() {
            String name = space == 0 ? "" : String.valueOf((char) ('A' + space - 1));
            String flags = Integer.toHexString(Integer.reverse(compatibility)).toUpperCase(Locale.ROOT);
            return entry + "." + name + profile + "." + flags + (high ? ".H" : ".L") + level + constraintText();
        }

        /** Bytes behind the last that says something are left out. */
        private String constraintText() {
            StringBuilder text = new StringBuilder();
            for (int left = 8 * CONSTRAINT_BYTES; left > 0 && constraints << (Long.SIZE - left) != 0; left -= 8) {
                text.append(String.format(Locale.ROOT, ".%X", constraints >> (left - 8) & 0xff));
            }
            return text.toString();
        }
    }

    /** Object type 2 is AAC-LC, 5 and 29 are HE-AAC. */
    record Aac(int objectType) implements Codec {
        @Override
        public String text() {
            return "mp4a.40." + objectType;
        }
    }

    /** One whose name says it all. */
    record Named(String text) implements Codec {
        /** Of a sample entry; of them Opus alone is not written as it is named. */
        static Named of(String text) {
            return new Named(text.toLowerCase(Locale.ROOT));
        }
    }
}
