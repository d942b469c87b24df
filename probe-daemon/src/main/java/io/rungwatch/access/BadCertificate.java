package io.rungwatch.access;

import java.io.IOException;

/** A PEM file cannot serve; the message names it and says what to do. */
public final class BadCertificate extends IOException {
    private static final long serialVersionUID = 1L;

    public BadCertificate(String message, Throwable cause) {
        super(message, cause);
    }

    BadCertificate(String message) {
        super(message);
    }
}
