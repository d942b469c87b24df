package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import java.util.Optional;

/**
 * An MPD, what came of asking for its patch, and the whole MPD as it was in the same instant.
 *
 * @param after empty where it could not be had
 */
public record Patched(Mpd before, byte[] text, Exchange answer, Optional<Whole> after) {
    public record Whole(Mpd mpd, byte[] text) {}
}
