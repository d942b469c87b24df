package io.rungwatch.cache;

import java.util.Locale;

/** What a cache did with one request. */
public enum Verdict {
    HIT(Counts.HIT, "a fresh stored copy"),
    STALE_HIT(Counts.HIT, "a stored copy past its life, served without waiting"),
    REVALIDATED(Counts.HIT, "a stored copy, after asking upstream whether it still holds"),
    MISS(Counts.MISS, "fetched from upstream"),
    PASS(Counts.PASS, "the cache was deliberately not used"),
    ERROR(Counts.NOT, "the cache made, or relays, an error"),
    UNKNOWN(Counts.UNKNOWN, "no usable statement");

    /** Where it belongs when ratios are made. ERROR is in none of them. */
    public enum Counts {
        HIT,
        MISS,
        PASS,
        NOT,
        UNKNOWN
    }

    private final Counts counts;
    private final String text;

    Verdict(Counts counts, String text) {
        this.counts = counts;
        this.text = text;
    }

    /** Whether asking upstream costs a hit is an operator's own opinion. */
    public Counts counts(boolean revalidatedIsHit) {
        return this == REVALIDATED && !revalidatedIsHit ? Counts.MISS : counts;
    }

    /** Only then do the hops further up tell of this request, and not of the one that filled the cache. */
    public boolean wentUpstream() {
        return this == MISS || this == PASS || this == REVALIDATED;
    }

    /** Served from a stored copy without asking anybody. */
    public boolean fromStore() {
        return this == HIT || this == STALE_HIT;
    }

    /** Two sources that say such different things cannot both be right. */
    boolean contradicts(Verdict other) {
        return (fromStore() && other.fetched()) || (fetched() && other.fromStore());
    }

    private boolean fetched() {
        return this == MISS || this == PASS;
    }

    public String text() {
        return text;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
