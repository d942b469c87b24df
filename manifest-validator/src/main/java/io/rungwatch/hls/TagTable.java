package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From the bytes of a name to its {@link Tag}, without a string between: a hash table of fixed size that is filled once. */
final class TagTable {
    private static final int SIZE = 256;
    private static final @Nullable Tag[] TAGS = new Tag[SIZE];
    private static final byte[][] NAMES = new byte[SIZE][];

    static {
        for (Tag tag : Tag.values()) {
            byte[] name = tag.text().getBytes(ISO_8859_1);
            int slot = slot(name, 0, name.length);
            while (TAGS[slot] != null) {
                slot = (slot + 1) & (SIZE - 1);
            }
            TAGS[slot] = tag;
            NAMES[slot] = name;
        }
    }

    private TagTable() {}

    static @Nullable Tag find(byte[] b, int from, int to) {
        if (to <= from) {
            return null;
        }
        for (int slot = slot(b, from, to); ; slot = (slot + 1) & (SIZE - 1)) {
            Tag tag = TAGS[slot];
            if (tag == null) {
                return null;
            }
            byte[] name = NAMES[slot];
            if (Arrays.equals(name, 0, name.length, b, from, to)) {
                return tag;
            }
        }
    }

    static @Nullable Tag findIgnoringCase(byte[] b, int from, int to) {
        byte[] upper = new String(b, from, to - from, ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .getBytes(ISO_8859_1);
        return find(upper, 0, upper.length);
    }

    /** Length, last and middle characters tell nearly all tags apart; all of them begin alike. */
    private static int slot(byte[] b, int from, int to) {
        int length = to - from;
        int hash = length * 31 + b[to - 1] * 7 + b[from + length / 2] * 13 + b[to - 1 - length / 4] * 3;
        return hash & (SIZE - 1);
    }
}
