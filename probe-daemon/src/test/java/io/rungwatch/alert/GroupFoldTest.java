package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the channels' alerts to what is told, one rule a row. */
class GroupFoldTest {
    private static final String DOWN = "manifest_unavailable@origin";
    private static final String GROUP = "CRITICAL manifest_unavailable at origin: ";

    private record Row(String rule, int watched, List<String> lines, List<String> told) {
        Row when(String... changes) {
            return new Row(rule, watched, List.of(changes), told);
        }

        Row tells(String... notifications) {
            return new Row(rule, watched, lines, List.of(notifications));
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Row> together() {
        return Stream.of(
                of("4 of 4: two are told before anybody can know, the third makes a group, the fourth joins", 4)
                        .when("0 +1..3 " + DOWN, "3 +4 " + DOWN, "62.9", "63")
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "0 RAISED C2 " + DOWN,
                                "0 RAISED " + GROUP + "3 of 4 channels",
                                "0 MERGED C1 " + DOWN,
                                "0 MERGED C2 " + DOWN,
                                "63 CHANGED " + GROUP + "4 of 4 channels"),
                of("two of three are two", 3)
                        .when("0 +1..2 " + DOWN, "60")
                        .tells("0 RAISED C1 " + DOWN, "0 RAISED C2 " + DOWN),
                of("5 of 1000 are a group, whatever the share", 1000)
                        .when("0 +1..4 " + DOWN, "6 +5 " + DOWN)
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "0 RAISED C2 " + DOWN,
                                "0 RAISED C3 " + DOWN,
                                "0 RAISED C4 " + DOWN,
                                "6 RAISED " + GROUP + "5 of 1000 channels",
                                "6 MERGED C1 " + DOWN,
                                "6 MERGED C2 " + DOWN,
                                "6 MERGED C3 " + DOWN,
                                "6 MERGED C4 " + DOWN),
                of("three of ten are a group", 10)
                        .when("0 +1..3 " + DOWN)
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "0 RAISED C2 " + DOWN,
                                "0 RAISED " + GROUP + "3 of 10 channels",
                                "0 MERGED C1 " + DOWN,
                                "0 MERGED C2 " + DOWN),
                of("three of eleven are three", 11)
                        .when("0 +1..3 " + DOWN)
                        .tells("0 RAISED C1 " + DOWN, "0 RAISED C2 " + DOWN, "0 RAISED C3 " + DOWN),
                of("not within a minute: no event that they share", 10)
                        .when("0 +1 " + DOWN, "30 +2 " + DOWN, "60 +3 " + DOWN)
                        .tells("0 RAISED C1 " + DOWN, "30 RAISED C2 " + DOWN, "60 RAISED C3 " + DOWN),
                of("just within a minute", 10)
                        .when("0 +1 " + DOWN, "30 +2 " + DOWN, "59.9 +3 " + DOWN)
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "30 RAISED C2 " + DOWN,
                                "59.9 RAISED " + GROUP + "3 of 10 channels",
                                "59.9 MERGED C1 " + DOWN,
                                "59.9 MERGED C2 " + DOWN),
                of("both protocols of a channel are one channel", 10)
                        .when("0 +1..2 " + DOWN, "1 +1..2 " + DOWN + "/dash", "2 +3 " + DOWN + "/dash")
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "0 RAISED C2 " + DOWN,
                                "1 RAISED C1 " + DOWN,
                                "1 RAISED C2 " + DOWN,
                                "2 RAISED " + GROUP + "3 of 10 channels",
                                "2 MERGED C1 " + DOWN,
                                "2 MERGED C2 " + DOWN,
                                "2 MERGED C1 " + DOWN,
                                "2 MERGED C2 " + DOWN),
                of("what was there before is merged too", 10)
                        .when("0 +9 " + DOWN, "3600 +1..3 " + DOWN)
                        .tells(
                                "0 RAISED C9 " + DOWN,
                                "3600 RAISED C1 " + DOWN,
                                "3600 RAISED C2 " + DOWN,
                                "3600 RAISED " + GROUP + "4 of 10 channels",
                                "3600 MERGED C9 " + DOWN,
                                "3600 MERGED C1 " + DOWN,
                                "3600 MERGED C2 " + DOWN),
                of("another check, another layer: no group of apples and pears", 10)
                        .when("0 +1 " + DOWN, "0 +2 playlist_stale@origin", "0 +3 manifest_unavailable@packager")
                        .tells(
                                "0 RAISED C1 " + DOWN,
                                "0 RAISED C2 playlist_stale@origin",
                                "0 RAISED C3 manifest_unavailable@packager"));
    }

    private static final List<String> FIVE = List.of("0 +1..5 " + DOWN, "60");

    static Stream<Row> standing() {
        return Stream.of(
                after("whoever joins is told a minute later, with the others")
                        .when("61 +6..8 " + DOWN, "90 +9 " + DOWN, "120.9", "121", "180")
                        .tells("121 CHANGED " + GROUP + "9 of 10 channels"),
                after("whoever recovers leaves the list")
                        .when("61 -1 " + DOWN, "121")
                        .tells("121 CHANGED " + GROUP + "4 of 10 channels"),
                after("who comes and goes within the minute is not worth a word")
                        .when("61 -1 " + DOWN, "70 +1 " + DOWN, "121", "300")
                        .tells(),
                after("all clear: once, and at once")
                        .when("70 -1..5 " + DOWN, "200")
                        .tells("70 CLEARED " + GROUP + "5 of 10 channels"),
                after("small for less than a minute is a group that recovers")
                        .when("70 -1..3 " + DOWN, "129.9 -4..5 " + DOWN)
                        .tells("129.9 CLEARED " + GROUP + "5 of 10 channels"),
                after("small for a minute is a group no more, and what fires is told by itself")
                        .when("70 -1..3 " + DOWN, "129.9", "130", "140 -4 " + DOWN)
                        .tells(
                                "130 RAISED C4 " + DOWN,
                                "130 RAISED C5 " + DOWN,
                                "130 CLEARED " + GROUP + "5 of 10 channels",
                                "140 CLEARED C4 " + DOWN),
                after("small, and then joined by others: it goes on")
                        .when("70 -1..3 " + DOWN, "100 +6 " + DOWN, "130", "200")
                        .tells("130 CHANGED " + GROUP + "3 of 10 channels"),
                after("worse is told at once, better in its time")
                        .when("61 ~1..5 " + DOWN + ":minor", "121", "130 ~3 " + DOWN + ":major")
                        .tells(
                                "121 CHANGED MINOR manifest_unavailable at origin: 5 of 10 channels",
                                "130 CHANGED MAJOR manifest_unavailable at origin: 5 of 10 channels"),
                after("one that turns out to start elsewhere is told there")
                        .when("70 ~1 " + DOWN + ">packager", "130")
                        .tells(
                                "70 RAISED C1 manifest_unavailable@packager",
                                "130 CHANGED " + GROUP + "4 of 10 channels"),
                after("one that starts here after all is merged")
                        .when("70 +7 manifest_unavailable@edge-hn", "71 ~7 manifest_unavailable@edge-hn>origin", "131")
                        .tells(
                                "70 RAISED C7 manifest_unavailable@edge-hn",
                                "71 MERGED C7 manifest_unavailable@edge-hn",
                                "131 CHANGED " + GROUP + "6 of 10 channels"),
                after("a second group beside it, and a lone alert")
                        .when(
                                "70 +1..3 playlist_stale@packager",
                                "71 +9 layer_behind@edge-hn",
                                "80 -1..3 playlist_stale@packager")
                        .tells(
                                "70 RAISED C1 playlist_stale@packager",
                                "70 RAISED C2 playlist_stale@packager",
                                "70 RAISED MAJOR playlist_stale at packager: 3 of 10 channels",
                                "70 MERGED C1 playlist_stale@packager",
                                "70 MERGED C2 playlist_stale@packager",
                                "71 RAISED C9 layer_behind@edge-hn",
                                "80 CLEARED MAJOR playlist_stale at packager: 3 of 10 channels"),
                after("a channel that is watched no more leaves the group and the count")
                        .when("70 x1", "71 x9", "130")
                        .tells("130 CHANGED " + GROUP + "4 of 8 channels"),
                after("the last channels of a group are watched no more")
                        .when("70 x1..5")
                        .tells("70 CLEARED " + GROUP + "2 of 7 channels"));
    }

    @ParameterizedTest
    @MethodSource("together")
    void comesTogether(Row row) {
        assertThat(GroupStory.of(row.watched(), row.lines().toArray(String[]::new))
                        .told())
                .containsExactlyElementsOf(row.told());
    }

    @ParameterizedTest
    @MethodSource("standing")
    void goesOnAndEnds(Row row) {
        GroupStory story = GroupStory.of(row.watched(), FIVE.toArray(String[]::new));
        int before = story.told().size();
        row.lines().forEach(story::line);

        assertThat(story.told().subList(before, story.told().size())).containsExactlyElementsOf(row.told());
    }

    @Test
    void aGroupSaysWhoHasItAndSinceWhen() {
        GroupStory story = GroupStory.of(10, "0 +9 " + DOWN, "3600 +1..4 " + DOWN, "3610 -2 " + DOWN);

        assertThat(story.standing()).singleElement().isInstanceOfSatisfying(Group.class, group -> {
            assertThat(group.channels()).containsExactly("C1", "C3", "C4", "C9");
            assertThat(group.recovered()).containsExactly("C2");
            assertThat(group.team()).isEqualTo("cdn");
            assertThat(group.since()).as("of the outbreak").isEqualTo("2026-03-01T00:59:59Z");
            assertThat(group.raisedAt()).isEqualTo("2026-03-01T01:00:00Z");
            assertThat(group.members()).containsExactlyInAnyOrderElementsOf(story.firing());
        });
        assertThat(story.firing())
                .allSatisfy(alert -> assertThat(story.memory().groupOf(alert).map(Group::id))
                        .contains(story.standing().getFirst().id()));
    }

    private static Row of(String rule, int watched) {
        return new Row(rule, watched, List.of(), List.of());
    }

    /** Ten channels are watched; five are down since second 0, and told. */
    private static Row after(String rule) {
        return of(rule, 10);
    }
}
