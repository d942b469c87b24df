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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Two packagers behind one address that do not cut at the same instants, who answer by chance for some seconds each. */
class UnalignedTwinsTest {
    private static final Duration TWO = Duration.ofSeconds(2);

    @Test
    void namesOfTheirOwn() {
        assertThat(found(playlist -> playlist.named("b_").dated(TWO))).containsExactly("backend_flip_flop");
    }

    private static List<String> found(UnaryOperator<LivePlaylist> other) {
        Chain chain = new Chain(Channels.live(Channels.PACKAGER));
        chain.shows(Chain.HD, at -> second(at) ? other.apply(LivePlaylist.at(at)) : LivePlaylist.at(at));
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
