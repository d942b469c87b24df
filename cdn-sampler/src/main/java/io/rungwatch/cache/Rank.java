package io.rungwatch.cache;

/** Whom to believe when several speak, best first. Confidence goes from 3, the operator or the standard says so, to 0, a guess. */
public enum Rank {
    OPERATOR(3),
    CACHE_STATUS(3),
    /** A product's own header, and a second sign that it is that product. */
    VENDOR(2),
    SERVER_TIMING(2),
    /** A product's own header without the second sign, or with words of which it is not clear what they mean. */
    DOUBTED(1),
    /** A word that looks right in a header that anybody may set. */
    WORDS(1),
    CODES(1),
    /** Says that something is wrong somewhere on the path, not where. */
    SOMEWHERE(1),
    AGE(0),
    HABIT(0),
    NOTHING(0);

    private final int confidence;

    Rank(int confidence) {
        this.confidence = confidence;
    }

    public int confidence() {
        return confidence;
    }

    /** Below that, what is missing is all there is to go by. */
    boolean speaks() {
        return compareTo(HABIT) < 0;
    }

    /** What speaks of the path and not of a hop contradicts nobody. */
    boolean speaksOfAHop() {
        return compareTo(SOMEWHERE) < 0;
    }
}
