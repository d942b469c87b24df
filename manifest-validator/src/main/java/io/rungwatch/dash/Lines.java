package io.rungwatch.dash;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text and where its lines begin. Two threads that count at once come to the same. */
final class Lines {
    private final byte[] text;
    private int @Nullable [] starts;

    Lines(byte[] text) {
        this.text = text;
    }

    int line(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
        return offset - starts()[line(offset) - 1] + 1;
    }

    private int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = count();
            starts = known;
        }
        return known;
    }

    private int[] count() {
        int[] found = new int[64];
        int size = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                found = size == found.length ? Arrays.copyOf(found, size * 2) : found;
                found[size++] = i + 1;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
