package io.rungwatch.url;

/** The text is not a URL that may be fetched; the message says why. */
public final class BadUrl extends Exception {
    public BadUrl(String message) {
        super(message, null, false, false);
    }
}
