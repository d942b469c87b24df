package io.rungwatch.check;

/** What it takes before a finding wakes somebody. */
public enum Confirm {
    /** Raise at once. */
    AT_ONCE("at once"),
    /** Seen in two of three polls; the immediate second look may deny it, not confirm it. */
    TWO_OF_THREE("2 of 3 polls"),
    /** Two failures in a row that lie at least one target duration apart: one lost request is normal on the Internet. */
    OUTAGE("2 failures in a row, one target duration apart"),
    /** The rule itself waited long enough. */
    ELAPSED("by elapsed time");

    private final String text;

    Confirm(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether the poll after a first sighting comes at once instead of at its usual time. */
    public boolean refetches() {
        return this == TWO_OF_THREE || this == OUTAGE;
    }
}
