package io.rungwatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two packagers behind one address that do not cut at the same instants, who answer by chance for some seconds each. */
class UnalignedTwinsTest {
    private static final Duration TWO = Duration.ofSeconds(2);

    @Test
    void namesOfTheirOwn() {
        assertThat(found(at -> LivePlaylist.at(at).named("b_").dated(TWO))).containsExactly("backend_flip_flop");
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 3000, 5999, 10_000, -3000, -10_000})
    void theSameNamesAtOtherInstants(long millis) {
        assertThat(found(at -> later(at, millis))).containsExactly("backend_flip_flop");
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, -30, 30, 400, 999})
    void clocksThatAreNotQuiteRight(long millis) {
        assertThat(found(at -> later(at, millis))).isEmpty();
    }

    /** It began to count later, or earlier. */
    private static LivePlaylist later(Instant at, long millis) {
        return LivePlaylist.at(at.minusMillis(millis)).dated(Duration.ofMillis(millis));
    }

    private static List<String> found(Function<Instant, LivePlaylist> other) {
        Chain chain = new Chain(Channels.live(Channels.PACKAGER));
        chain.shows(Chain.HD, at -> second(at) ? other.apply(at) : LivePlaylist.at(at));
        chain.shows(Chain.SD, at -> LivePlaylist.at(at).named("sd_"));
        chain.pass(60).forgetThePast().pass(600);
        TreeSet<String> ids = new TreeSet<>();
        chain.reports()
                .forEach(report -> report.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .map(Finding::check)
                        .forEach(check -> ids.add(check.id())));
        return List.copyOf(ids);
    }

    private static boolean second(Instant at) {
        return Math.floorMod(at.getEpochSecond() * 2654435761L, 7L) < 3;
    }
}
