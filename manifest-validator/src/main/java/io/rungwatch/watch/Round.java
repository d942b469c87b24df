package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import java.time.Duration;
import java.time.Instant;

/** The turn of one rendition: all layers are asked for it in the same instant, so that what differs between them is theirs. */
final class Round {
    /** After trouble an entry manifest is asked at the pace of its playlists until three polls were clean again. */
    private static final int ATTENTIVE = 4;

    private final Rendition rendition;
    private final long seed;
    private Instant next;
    private Instant wanted = Instant.MAX;
    private long number;
    private int attentive;

    Round(Rendition rendition, long seed, Instant first) {
        this.rendition = rendition;
        this.seed = seed;
        this.next = first;
    }

    Rendition rendition() {
        return rendition;
    }

    Instant next() {
        return next;
    }

    /** Its turn, or the first wish of one of its playlists before that. */
    Instant due() {
        return wanted.isBefore(next) ? wanted : next;
    }

    /** A playlist of it wants to be asked apart from the round. */
    void wants(Instant at) {
        if (at.isBefore(wanted)) {
            wanted = at;
        }
    }

    void wantsNothing() {
        wanted = Instant.MAX;
    }

    /** Skipped rounds are never made up for. */
    void begin(Instant now, Duration interval) {
        number++;
        next = now.plus(Pace.round(interval, seed, number));
        attentive = Math.max(0, attentive - 1);
    }

    /** Something came or went: look again by then at the latest, and go on looking closely for a while. */
    void trouble(Instant by) {
        attentive = ATTENTIVE;
        notAfter(by);
    }

    void notAfter(Instant by) {
        if (by.isBefore(next)) {
            next = by;
        }
    }

    boolean attentive() {
        return attentive > 0;
    }

    Duration refetch() {
        return Pace.refetch(seed, number);
    }
}
