package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Recording.MANIFEST;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Failure;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That one lost request wakes nobody is the alerts' business: see Confirm.OUTAGE. */
public class ManifestUnavailableTest {
    private static final String GONE = "critical: the entry manifest is unavailable: ";

    public static Stream<Situation> situations() {
        Tries tries = new Tries(new ManifestUnavailable());
        Rendition entry = Rendition.ENTRY;
        return Stream.of(
                tries.of("there", NONE, entry, ok(MANIFEST, START, live(100).bytes())),
                tries.of("404", GONE + "HTTP 404, not there", entry, status(MANIFEST, START, 404)),
                tries.of("410", GONE + "HTTP 410, not there", entry, status(MANIFEST, START, 410)),
                tries.of("500", GONE + "HTTP 500, server error", entry, status(MANIFEST, START, 500)),
                tries.of("503", GONE + "HTTP 503, a gateway could not get it", entry, status(MANIFEST, START, 503)),
                tries.of("429", GONE + "HTTP 429, too many requests", entry, status(MANIFEST, START, 429)),
                tries.of(
                        "403",
                        GONE + "HTTP 403, the probe is not let in: token expired, or not allowed",
                        entry,
                        status(MANIFEST, START, 403)),
                tries.of("204", GONE + "HTTP 204", entry, status(MANIFEST, START, 204)),
                tries.of(
                        "no name",
                        GONE + "the host name does not resolve (as the test says)",
                        entry,
                        failed(START, Failure.DNS)),
                tries.of(
                        "a redirect loop",
                        GONE + "redirects in a circle (as the test says)",
                        entry,
                        failed(START, Failure.REDIRECT_LOOP)),
                tries.of("too large is another check's", NONE, entry, failed(START, Failure.TOO_LARGE)),
                tries.of("cut off, too", NONE, entry, failed(START, Failure.TRUNCATED)),
                tries.of(
                        "a rendition is another check's",
                        NONE,
                        new Rendition("HD", Kind.VIDEO),
                        status(MANIFEST, START, 404)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
