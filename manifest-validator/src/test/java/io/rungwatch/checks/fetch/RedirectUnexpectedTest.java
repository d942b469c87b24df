package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Channels.url;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import io.rungwatch.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where an answer came from, and over which ways. */
public class RedirectUnexpectedTest {
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);
    private static final Url A = url("https://a.example/live/m.m3u8");
    private static final Url B = url("https://b.example/live/m.m3u8");
    private static final Url PLAIN = url("http://b.example/live/m.m3u8");

    private static Exchange over(Url... hops) {
        Url last = hops.length == 0 ? A : hops[hops.length - 1];
        return new Exchange.Answered(
                START,
                Timing.NONE,
                List.of(hops),
                last,
                "192.0.2.1",
                200,
                Headers.NONE,
                live(100).bytes());
    }

    private static ChannelProfile secure() {
        return Channels.live(new Layer("edge", Layer.Kind.EDGE, "cdn", url("https://a.example/"), Optional.empty()));
    }

    public static Stream<Situation> situations() {
        Tries tries = new Tries(new RedirectUnexpected(), secure());
        return Stream.of(
                tries.of("straight", NONE, HD, over()),
                tries.of("one to the manifest is the limit", NONE, Rendition.ENTRY, over(B)),
                tries.of("two to the manifest", "minor: 2 redirects to the manifest", Rendition.ENTRY, over(B, A)),
                tries.of(
                        "one to a playlist",
                        "minor: a playlist that is asked for again and again is redirected to https://b.example/live/m.m3u8",
                        HD,
                        over(B)),
                tries.of(
                        "from https to http",
                        "major: redirected from https to http://b.example/live/m.m3u8",
                        Rendition.ENTRY,
                        over(PLAIN)),
                new Tries(new RedirectUnexpected(), Channels.live(Channels.EDGE))
                        .of("from http to http", NONE, Rendition.ENTRY, over(PLAIN)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
