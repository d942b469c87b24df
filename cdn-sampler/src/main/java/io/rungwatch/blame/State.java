package io.rungwatch.blame;

/** What a place showed of one symptom; what proves most, last. */
public enum State {
    /** Not asked, not reachable for us, or spoiled by the probe itself. */
    UNKNOWN,
    BAD,
    GOOD;

    boolean known() {
        return this != UNKNOWN;
    }
}
