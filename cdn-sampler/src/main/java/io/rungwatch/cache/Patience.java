package io.rungwatch.cache;

import java.util.regex.Pattern;

/**
 * Looks for an operator's expression in foreign text, and gives up: `(a+)+$` was written in good faith, and a header of thirty letters
 * would keep the probe busy for hours.
 */
final class Patience {
    static final int LONGEST = 1024;

    private static final int MOST_LOOKS = 200_000;

    private Patience() {}

    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Watched(text, new int[1])).find();
        } catch (OutOfPatience | StackOverflowError gaveUp) {
            return false;
        }
    }

    private static final class OutOfPatience extends RuntimeException {
        OutOfPatience() {
            super("gave up", null, false, false);
        }
    }

    /** Counts how often a character is looked at. */
    private record Watched(CharSequence text, int[] looks) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new OutOfPatience();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
