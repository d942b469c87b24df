package io.rungwatch.sampler;

import io.rungwatch.exchange.Failure;

/** What came is no usable answer; the message is for people. Costs no stack trace: hostile servers must stay cheap. */
final class BadAnswer extends Exception {
    private final Failure failure;

    BadAnswer(Failure failure, String detail) {
        super(detail, null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
