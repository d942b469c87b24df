package io.rungwatch.watch;

import java.time.Duration;
import java.time.Instant;

/** When an errand is due: seldom; at the pace of the manifest once it has found something, until three looks were clean. */
final class Turns {
    private static final int ATTENTIVE = 3;

    private Instant next;
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
    void postpone(Instant to) {
        next = to;
    }

    void begin(Instant now, Duration target, Duration rest) {
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
