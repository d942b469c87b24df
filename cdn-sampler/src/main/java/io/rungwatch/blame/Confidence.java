package io.rungwatch.blame;

/** How sure a blame is; surest last. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
