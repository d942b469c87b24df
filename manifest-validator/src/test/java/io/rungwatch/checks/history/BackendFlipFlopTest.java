package io.rungwatch.checks.history;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Recording;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who answers each poll: A; its twin a, two segments behind; B, that has other files; C, that counts, M, that numbers by milliseconds, and D, that dates the files of A later. */
public class BackendFlipFlopTest {
    private static final String CHECK = "backend_flip_flop";

    public static Stream<Situation> situations() {
        return Stream.of(
                row("AAAAAAAAAA", NONE),
                row("AAAAaaaaaa", NONE),
                row("AAAAaaAAAA", NONE),
                row("AAAaAAAAAa", NONE),
                row("AAAaAAAaAA", "info: 3 returns in ten polls"),
                row("AaAaAaAaAa", "info: 8 returns in ten polls"),
                row("AAAABBBBBB", NONE),
                row("AAABBBAAAA", NONE),
                row("ABBBBABABA", "major: 5 returns in ten polls"),
                row("AAAADDDDDD", NONE),
                row(
                        "ADDDDADADA",
                        "major: 5 returns in ten polls between a manifest that ends at segment 114 and one that ends at"
                                + " segment 113; one begins the same segments 3 s later"),
                row("CMMMMCMCMC", "major: 5 returns in ten polls"));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).startsWith(situation.expected());
    }

    private static Situation row(String servers, String expected) {
        List<LivePlaylist> polls = new ArrayList<>();
        for (int i = 0; i < servers.length(); i++) {
            polls.add(answer(servers.charAt(i), i));
        }
        List<Finding> found =
                Recording.ofPlaylist(Channels.live(Channels.PACKAGER))
                        .polls(polls)
                        .reports()
                        .getLast()
                        .findings()
                        .stream()
                        .filter(finding -> finding.check().id().equals(CHECK))
                        .toList();
        return new Situation(servers, found, expected);
    }

    private static LivePlaylist answer(char server, int poll) {
        return switch (server) {
            case 'A' -> live(100 + poll);
            case 'a' -> live(98 + poll);
            case 'B' -> live(100 + poll).named("b_");
            case 'D' -> live(100 + poll).dated(Duration.ofSeconds(3));
            case 'C' -> live(1256 + poll).seconds(10).undated();
            case 'M' -> live(1_772_323_200_000L + poll).seconds(10).undated();
            default -> throw new IllegalArgumentException("no server " + server);
        };
    }
}
