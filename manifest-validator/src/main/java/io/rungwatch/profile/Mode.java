package io.rungwatch.profile;

import java.util.Locale;

/** What the channel is meant to be; said by the profile, never guessed from one document. */
public enum Mode {
    LIVE,
    EVENT,
    VOD,
    /** Nobody said: a stream that slides is live. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
