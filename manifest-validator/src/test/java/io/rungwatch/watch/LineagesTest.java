package io.rungwatch.watch;

import static io.rungwatch.check.Relation.AHEAD;
import static io.rungwatch.check.Relation.BEHIND;
import static io.rungwatch.check.Relation.CONFLICTS;
import static io.rungwatch.check.Relation.CONTINUES;
import static io.rungwatch.check.Relation.FIRST;
import static io.rungwatch.check.Relation.OLDER;
import static io.rungwatch.check.Relation.SWITCHED;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Relation;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.stage.LivePlaylist;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One playlist after the other, each accepted: how each stands to those before it. */
class LineagesTest {
    private static final java.time.Duration HALF = java.time.Duration.ofMillis(500);
    private static final java.time.Duration THREE = java.time.Duration.ofSeconds(3);
    private static final LivePlaylist TWIN = live(100).named("twin_");

    private record Row(String situation, List<LivePlaylist> polls, Relation... relations) {
        @Override
        public String toString() {
            return situation;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("advances", List.of(live(100), live(101), live(104)), FIRST, CONTINUES, CONTINUES),
                row("grows at both ends", List.of(live(100), live(98).of(9)), FIRST, CONTINUES),
                row("grows backwards only", List.of(live(100), live(98).of(8)), FIRST, CONTINUES),
                row("the whole window moved on", List.of(live(100), live(106)), FIRST, CONTINUES),
                row(
                        "it touches by number, not by date",
                        List.of(live(100), live(106).dated(minutes(9))),
                        FIRST,
                        AHEAD),
                row(
                        "it touches, without dates",
                        List.of(live(100).undated(), live(106).undated()),
                        FIRST,
                        CONTINUES),
                row("blind for a minute", List.of(live(100), live(116)), FIRST, AHEAD),
                row("an older copy", List.of(live(103), live(101)), FIRST, OLDER),
                row("an older copy, then on", List.of(live(103), live(101), live(104)), FIRST, OLDER, CONTINUES),
                row("a twin that is behind", List.of(live(103), live(102), live(104)), FIRST, OLDER, CONTINUES),
                row("another token", List.of(live(100), live(101).query("?t=2")), FIRST, CONTINUES),
                row(
                        "another prefix for all",
                        List.of(live(100).named("/a/9f/hd_"), live(101).named("/b/77/hd_")),
                        FIRST,
                        CONTINUES),
                row(
                        "a clock that is not quite right",
                        List.of(live(100), live(101).dated(HALF), live(102)),
                        FIRST,
                        CONTINUES,
                        CONTINUES),
                row(
                        "the same files at other instants",
                        List.of(live(100), live(100).dated(THREE)),
                        FIRST,
                        CONFLICTS),
                row(
                        "two who begin the same files at other instants, in turn",
                        List.of(
                                live(100),
                                live(101).dated(THREE),
                                live(101),
                                live(102).dated(THREE),
                                live(102)),
                        FIRST,
                        CONFLICTS,
                        SWITCHED,
                        SWITCHED,
                        SWITCHED),
                row("other files, same numbers", List.of(live(100), TWIN), FIRST, CONFLICTS),
                row(
                        "two who differ, in turn",
                        List.of(live(100), TWIN, live(101), TWIN, live(102)),
                        FIRST,
                        CONFLICTS,
                        SWITCHED,
                        SWITCHED,
                        SWITCHED),
                row("a restart", List.of(live(900), live(1)), FIRST, BEHIND),
                row("a restart, then on", List.of(live(900), live(1), live(2)), FIRST, BEHIND, CONTINUES),
                row(
                        "it was a fail-over, not a restart",
                        List.of(live(900), live(1), live(901)),
                        FIRST,
                        BEHIND,
                        SWITCHED),
                row(
                        "three are remembered",
                        List.of(live(9000), live(5000), live(1000), live(9001)),
                        FIRST,
                        BEHIND,
                        BEHIND,
                        SWITCHED),
                row(
                        "a fourth pushes the first out",
                        List.of(live(9000), live(5000), live(3000), live(1000), live(9001)),
                        FIRST,
                        BEHIND,
                        BEHIND,
                        BEHIND,
                        AHEAD));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void stands(Row row) {
        Lineages lineages = new Lineages();
        List<Relation> relations = new ArrayList<>();
        for (int i = 0; i < row.polls().size(); i++) {
            MediaPlaylist playlist = row.polls().get(i).model();
            Lineages.Join join = lineages.look(playlist);
            relations.add(join.relation());
            lineages.accept(join, START.plusSeconds(6L * i));
        }

        assertThat(relations).containsExactly(row.relations());
    }

    private static Row row(String situation, List<LivePlaylist> polls, Relation... relations) {
        return new Row(situation, polls, relations);
    }

    private static java.time.Duration minutes(int minutes) {
        return java.time.Duration.ofMinutes(minutes);
    }
}
