package io.rungwatch.watch;

import java.time.Duration;
import java.time.Instant;

/** When an errand is due: seldom; at the pace of the manifest once it has found something, until three looks were clean. */
final class Turns {
    private static final int ATTENTIVE = 3;

    /** How often in vain, and how soon to try again: somebody may be waiting for a first look; most channels never have what is asked for. */
    private static final int IMPATIENT = 10;

    private static final int HOPEFUL = 30;
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Duration SELDOM = Duration.ofSeconds(60);

    private Instant next;
    private int inVain;
    private int attentive;

    Turns(Instant first) {
        this.next = first;
    }

    Instant next() {
        return next;
    }

    boolean attentive() {
        return attentive > 0;
    }

    /** There is nothing to ask for yet. */
    void nothing(Instant now) {
        inVain++;
        next = now.plus(inVain <= IMPATIENT ? SOON : inVain <= HOPEFUL ? LATER : SELDOM);
    }

    void begin(Instant now, Duration target, Duration rest) {
        inVain = 0;
        attentive = Math.max(0, attentive - 1);
        next = now.plus(attentive > 0 ? target : rest);
    }

    /** A look that began then found something. */
    void found(Instant began, Duration target) {
        attentive = ATTENTIVE + 1;
        Instant soon = began.plus(target);
        next = soon.isBefore(next) ? soon : next;
    }
}
