package io.rungwatch.sample;

/** What one look at the numbers says of a limit. */
public enum Look {
    /** Broken beyond chance. */
    PROVEN,
    /** Kept, with room to spare. */
    GOOD,
    /** Too little was seen, or it is too close to call. */
    UNSURE;

    /** Of a fast and a slow window: both must prove it, which stops flaps; either may see it mended, which stops long memory. */
    public Look and(Look other) {
        if (this == other) {
            return this;
        }
        return this == GOOD || other == GOOD ? GOOD : UNSURE;
    }
}
