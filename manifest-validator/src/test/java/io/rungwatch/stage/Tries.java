package io.rungwatch.stage;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.View;
import io.rungwatch.dash.Dash;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Hls;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Situations of checks that look at the answer to one request. */
public record Tries(ExchangeCheck check, ChannelProfile profile) {
    public Tries(ExchangeCheck check) {
        this(check, Channels.live());
    }

    public Situation of(String name, String expected, Rendition asked, Exchange exchange, Rung... siblings) {
        List<View> views =
                Stream.of(siblings).map(rung -> rung.view(Channels.PACKAGER)).toList();
        boolean usable = exchange instanceof Exchange.Answered answer && answer.status() == 200;
        Optional<Document> document =
                usable ? Optional.of(Hls.parse(((Exchange.Answered) exchange).body())) : Optional.empty();
        return of(name, expected, asked, exchange, document, views);
    }

    /** Of an MPD. */
    public Situation ofMpd(String name, String expected, Exchange.Answered answer) {
        Document document = Dash.parse(answer.body());
        return of(name, expected, Rendition.ENTRY, answer, Optional.of(document), List.of());
    }

    private Situation of(
            String name,
            String expected,
            Rendition asked,
            Exchange exchange,
            Optional<Document> document,
            List<View> views) {
        Instant at = exchange.startedAt();
        boolean usable = document.isPresent();
        Attempt attempt = new Attempt(
                asked,
                exchange,
                usable,
                document,
                at,
                usable ? 0 : 2,
                at,
                at,
                Duration.ofSeconds(6),
                views,
                Optional.empty());
        return new Situation(name, check.check(attempt, profile), expected);
    }
}
