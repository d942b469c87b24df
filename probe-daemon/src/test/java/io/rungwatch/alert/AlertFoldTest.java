package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From reports to changes, one rule a row. Any report moves the channel on, so rows end with a clean look at another place; an
 * alert fires a second after it is confirmed, when the layers above have answered too.
 */
class AlertFoldTest {
    private static final String STALE = "RAISED playlist_stale MAJOR ";

    private record Row(String rule, List<String> told, String... reports) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Row> confirmation() {
        return Stream.of(
                row("a rule that waited itself fires when the layers above have answered")
                        .when("0 packager/HD playlist_stale", "0.9 packager/SD", "1 packager/SD")
                        .tells("1 " + STALE + "packager/HD"),
                row("info wakes nobody")
                        .when(
                                "0 packager/HD playlist_stale:info",
                                "6 packager/HD playlist_stale:info",
                                "12 packager/SD")
                        .tells(),
                row("2 of 3: once is nothing")
                        .when("0 packager/HD media_sequence_gap", "6 packager/HD", "12 packager/HD", "18 packager/SD")
                        .tells(),
                row("2 of 3: twice in a row")
                        .when("0 packager/HD media_sequence_gap", "6 packager/HD media_sequence_gap", "7 packager/SD")
                        .tells("7 RAISED media_sequence_gap MAJOR packager/HD"),
                row("2 of 3: first and third")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "6 packager/HD",
                                "12 packager/HD media_sequence_gap",
                                "13 packager/SD")
                        .tells("13 RAISED media_sequence_gap MAJOR packager/HD"),
                row("2 of 3: first and fourth are two beginnings")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "6 packager/HD",
                                "12 packager/HD",
                                "18 packager/HD media_sequence_gap",
                                "24 packager/HD",
                                "30 packager/SD")
                        .tells(),
                row("2 of 3: the second look denies it")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "0.4~ packager/HD",
                                "6 packager/HD media_sequence_gap",
                                "7 packager/SD")
                        .tells(),
                row("2 of 3: the second look agrees, the next poll decides")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "0.4~ packager/HD media_sequence_gap",
                                "3 packager/SD",
                                "6 packager/HD media_sequence_gap",
                                "7 packager/SD")
                        .tells("7 RAISED media_sequence_gap MAJOR packager/HD"),
                row("2 of 3: another place is another sighting")
                        .when("0 packager/HD media_sequence_gap", "6 packager/SD media_sequence_gap", "8 packager/LD")
                        .tells(),
                row("outage: one lost request is normal")
                        .when("0 packager/manifest manifest_unavailable", "0.4~ packager/manifest", "6 packager/HD")
                        .tells(),
                row("outage: not before a target duration has passed")
                        .when(
                                "0 packager/HD rendition_unavailable",
                                "3 packager/HD rendition_unavailable",
                                "5.9 packager/HD rendition_unavailable",
                                "7 packager/SD")
                        .tells(),
                row("outage: two in a row and a target duration")
                        .when(
                                "0 packager/HD rendition_unavailable",
                                "6 packager/HD rendition_unavailable",
                                "7 packager/SD")
                        .tells("7 RAISED rendition_unavailable MAJOR packager/HD"),
                row("outage: what explains it from its second failure on is told in its stead")
                        .when(
                                "0 edge-hn/HD rendition_unavailable",
                                "6 edge-hn/HD rendition_unavailable error_cached",
                                "7 packager/SD",
                                "12 edge-hn/HD rendition_unavailable error_cached",
                                "13 packager/SD")
                        .tells("7 RAISED error_cached MAJOR edge-hn/HD explains rendition_unavailable"),
                row("outage: what explains one failure is no outage yet")
                        .when("0 edge-hn/HD rendition_unavailable error_cached", "7 packager/SD")
                        .tells(),
                row("outage: every other request is none")
                        .when(
                                "0 packager/HD rendition_unavailable",
                                "3 packager/HD",
                                "6 packager/HD rendition_unavailable",
                                "9 packager/HD",
                                "12 packager/HD rendition_unavailable",
                                "15 packager/SD")
                        .tells(),
                row("what could not be judged confirms nothing")
                        .when("0 packager/HD media_sequence_gap", "6? packager/HD", "12? packager/HD", "18 packager/SD")
                        .tells(),
                row("nor does it deny")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "6? packager/HD",
                                "12 packager/HD media_sequence_gap",
                                "13 packager/SD")
                        .tells("13 RAISED media_sequence_gap MAJOR packager/HD"));
    }

    static Stream<Row> clearing() {
        String[] raised = {"0 packager/HD playlist_stale", "1 packager/SD"};
        String raise = "1 " + STALE + "packager/HD";
        String clear = " CLEARED playlist_stale MAJOR packager/HD";
        return Stream.of(
                row("three clean polls, but two target durations")
                        .when(raised, "2 packager/HD", "5 packager/HD", "8 packager/HD", "13.9 packager/HD")
                        .tells(raise),
                row("two target durations after the first clean poll")
                        .when(raised, "2 packager/HD", "5 packager/HD", "8 packager/HD", "14 packager/HD")
                        .tells(raise, "14" + clear),
                row("two clean polls are not three, however long")
                        .when(raised, "2 packager/HD", "60 packager/HD")
                        .tells(raise),
                row("the third clears")
                        .when(raised, "2 packager/HD", "60 packager/HD", "66 packager/HD")
                        .tells(raise, "66" + clear),
                row("seen once more, it begins again")
                        .when(
                                raised,
                                "2 packager/HD",
                                "8 packager/HD",
                                "12 packager/HD playlist_stale",
                                "14 packager/HD",
                                "20 packager/HD",
                                "25.9 packager/HD")
                        .tells(raise),
                row("other places do not clear it")
                        .when(raised, "2 packager/SD", "10 packager/SD", "20 packager/SD", "30 packager/SD")
                        .tells(raise),
                row("not judged is not clean")
                        .when(raised, "2? packager/HD", "10? packager/HD", "20? packager/HD", "30? packager/HD")
                        .tells(raise),
                row("no usable answer says nothing of the content")
                        .when(raised, "2! packager/HD", "10! packager/HD", "20! packager/HD", "30! packager/HD")
                        .tells(raise),
                row("watched no more").when(raised, "5- packager/HD").tells(raise, "5-" + clear),
                row("watched no more, elsewhere").when(raised, "5- packager/SD").tells(raise),
                row("it comes back: another alert")
                        .when(
                                raised,
                                "2 packager/HD",
                                "8 packager/HD",
                                "14 packager/HD",
                                "40 packager/HD playlist_stale",
                                "41 packager/SD")
                        .tells(raise, "14" + clear, "41 " + STALE + "packager/HD"));
    }

    static Stream<Row> events() {
        String[] raised = {
            "0 packager/HD media_sequence_gap", "6 packager/HD media_sequence_gap", "7 packager/SD", "12 packager/HD"
        };
        String[] over = Stream.concat(Stream.of(raised), Stream.of("18 packager/HD", "24 packager/HD"))
                .toArray(String[]::new);
        String raise = "7 RAISED media_sequence_gap MAJOR packager/HD";
        return Stream.of(
                row("an event stays when nothing of it is left to be seen")
                        .when(over, "40 packager/HD", "911.9 packager/HD")
                        .tells(raise),
                row("but not for ever")
                        .when(over, "40 packager/HD", "912 packager/HD")
                        .tells(raise, "912 CLEARED media_sequence_gap MAJOR packager/HD"),
                row("what comes back by then is the same, and stays as long again")
                        .when(
                                over,
                                "300 packager/HD media_sequence_gap",
                                "306 packager/HD",
                                "312 packager/HD",
                                "318 packager/HD",
                                "1205 packager/HD",
                                "1206 packager/HD")
                        .tells(raise, "1206 CLEARED media_sequence_gap MAJOR packager/HD"),
                row("what nobody was told of has nothing to stay for")
                        .when(
                                "0 packager/HD backend_flip_flop media_sequence_gap",
                                "6 packager/HD backend_flip_flop media_sequence_gap",
                                "12 packager/HD",
                                "18 packager/HD",
                                "24 packager/HD",
                                "40 packager/HD")
                        .tells(
                                "6 RAISED backend_flip_flop MAJOR packager/HD explains media_sequence_gap",
                                "24 CLEARED backend_flip_flop MAJOR packager/HD explains media_sequence_gap"),
                row("what minutes of watching show is explained for as long")
                        .when(
                                over,
                                "60 packager/HD live_latency_high",
                                "66 packager/HD live_latency_high",
                                "72 packager/HD")
                        .tells(raise),
                row("what is wrong now is not")
                        .when(over, "60 packager/HD segment_missing", "66 packager/HD segment_missing")
                        .tells(raise, "66 RAISED segment_missing MAJOR packager/HD"),
                row("two restarts are one")
                        .when(
                                over,
                                "60 packager/HD media_sequence_regressed",
                                "66 packager/HD media_sequence_regressed",
                                "72 packager/HD")
                        .tells(raise),
                row("a restart that both protocols show is one")
                        .when(
                                "0 packager/HD media_sequence_gap",
                                "1 packager/mpd availability_start_changed",
                                "6 packager/HD media_sequence_gap",
                                "7 packager/mpd availability_start_changed",
                                "13 packager/mpd availability_start_changed",
                                "14 packager/SD")
                        .tells("7 RAISED media_sequence_gap MAJOR packager/HD explains availability_start_changed"),
                row("elsewhere it is another place of the same")
                        .when(
                                over,
                                "60 packager/SD media_sequence_gap",
                                "66 packager/SD media_sequence_gap",
                                "72 packager/SD")
                        .tells(raise, "60 CHANGED media_sequence_gap MAJOR packager/HD,SD"));
    }

    static Stream<Row> layers() {
        return Stream.of(
                row("the topmost names it, the others are listed")
                        .when(
                                "0 edge-hn/HD playlist_stale",
                                "0 origin/HD playlist_stale",
                                "0 packager/HD playlist_stale",
                                "1 packager/SD")
                        .tells("1 " + STALE + "packager/HD +origin+edge-hn"),
                row("only below")
                        .when("0 packager/HD", "0 edge-hn/HD playlist_stale", "1 packager/SD")
                        .tells("1 " + STALE + "edge-hn/HD"),
                row("an unconfirmed sighting above is enough to name it")
                        .when(
                                "0 edge-hn/HD media_sequence_gap",
                                "6 edge-hn/HD media_sequence_gap",
                                "6 packager/HD media_sequence_gap",
                                "7 packager/SD")
                        .tells("7 RAISED media_sequence_gap MAJOR packager/HD +edge-hn"),
                row("several renditions are one fault")
                        .when("0 packager/HD playlist_stale", "0.5 packager/SD playlist_stale", "1 packager/LD")
                        .tells("1 " + STALE + "packager/HD,SD"),
                row("another rendition joins")
                        .when("0 packager/HD playlist_stale", "1 packager/LD", "2 packager/SD playlist_stale")
                        .tells("1 " + STALE + "packager/HD", "2 CHANGED playlist_stale MAJOR packager/HD,SD"),
                row("a layer above joins")
                        .when("0 edge-hn/HD playlist_stale", "1 edge-hn/LD", "2 origin/HD playlist_stale")
                        .tells("1 " + STALE + "edge-hn/HD", "2 CHANGED playlist_stale MAJOR origin/HD +edge-hn"),
                row("worse")
                        .when(
                                "0 packager/HD playlist_stale:minor",
                                "1 packager/LD",
                                "6 packager/HD playlist_stale",
                                "7 packager/HD playlist_stale:critical")
                        .tells(
                                "1 RAISED playlist_stale MINOR packager/HD",
                                "6 CHANGED playlist_stale MAJOR packager/HD",
                                "7 CHANGED playlist_stale CRITICAL packager/HD"),
                row("better")
                        .when(
                                "0 packager/HD playlist_stale:critical",
                                "1 packager/LD",
                                "6 packager/HD playlist_stale:minor")
                        .tells(
                                "1 RAISED playlist_stale CRITICAL packager/HD",
                                "6 CHANGED playlist_stale MINOR packager/HD"),
                row("the same again is no news")
                        .when(
                                "0 packager/HD playlist_stale",
                                "1 packager/LD",
                                "6 packager/HD playlist_stale",
                                "12 packager/HD playlist_stale")
                        .tells("1 " + STALE + "packager/HD"));
    }

    static Stream<Row> causes() {
        return Stream.of(
                row("a cause silences its consequence on the same rendition")
                        .when(
                                "0 packager/HD playlist_stale rendition_out_of_sync",
                                "6 packager/HD playlist_stale rendition_out_of_sync",
                                "7 packager/LD")
                        .tells("6 " + STALE + "packager/HD explains rendition_out_of_sync"),
                row("and below")
                        .when(
                                "0 packager/HD playlist_stale",
                                "0 edge-hn/HD layer_behind",
                                "6 edge-hn/HD layer_behind",
                                "7 packager/LD")
                        .tells("6 " + STALE + "packager/HD explains layer_behind"),
                row("not above")
                        .when(
                                "0 edge-hn/HD playlist_stale",
                                "0 packager/HD rendition_out_of_sync",
                                "6 packager/HD rendition_out_of_sync",
                                "7 packager/LD")
                        .tells("6 " + STALE + "edge-hn/HD", "7 RAISED rendition_out_of_sync MINOR packager/HD"),
                row("not on another rendition")
                        .when(
                                "0 packager/HD playlist_stale",
                                "0 packager/SD rendition_out_of_sync",
                                "6 packager/SD rendition_out_of_sync",
                                "7 packager/LD")
                        .tells("6 " + STALE + "packager/HD", "7 RAISED rendition_out_of_sync MINOR packager/SD"),
                row("what it does not explain is told beside it")
                        .when(
                                "0 packager/HD playlist_stale target_duration_missing",
                                "6 packager/HD playlist_stale target_duration_missing",
                                "7 packager/LD")
                        .tells("6 " + STALE + "packager/HD", "7 RAISED target_duration_missing MAJOR packager/HD"),
                row("without its manifest a channel has one fault")
                        .when(
                                "0 packager/manifest manifest_unavailable",
                                "3 packager/HD playlist_stale",
                                "6 packager/manifest manifest_unavailable",
                                "7 edge-hn/HD playlist_stale")
                        .tells("7 RAISED manifest_unavailable CRITICAL packager/manifest explains playlist_stale"),
                row("a blemish explains nothing")
                        .when(
                                "0 packager/manifest manifest_malformed:minor",
                                "0 packager/HD playlist_stale",
                                "6 packager/manifest manifest_malformed:minor",
                                "7 packager/LD")
                        .tells("6 " + STALE + "packager/HD", "7 RAISED manifest_malformed MINOR packager/manifest"),
                row("a sighting of the cause is enough to keep quiet")
                        .when(
                                "0 packager/HD rendition_unavailable",
                                "1 packager/HD rendition_unavailable playlist_stale",
                                "3 packager/LD")
                        .tells(),
                row("in the wake of a cause that is over its consequences stay silent")
                        .when(
                                "0 packager/HD playlist_stale",
                                "1 packager/LD",
                                "2 packager/HD",
                                "8 packager/HD",
                                "14 packager/HD",
                                "15 packager/HD rendition_out_of_sync",
                                "21 packager/HD rendition_out_of_sync",
                                "22 packager/LD")
                        .tells("1 " + STALE + "packager/HD", "14 CLEARED playlist_stale MAJOR packager/HD"),
                row("but not for ever")
                        .when(
                                "0 packager/HD playlist_stale",
                                "1 packager/LD",
                                "2 packager/HD",
                                "8 packager/HD",
                                "14 packager/HD",
                                "21 packager/HD rendition_out_of_sync",
                                "27 packager/HD rendition_out_of_sync",
                                "28 packager/LD")
                        .tells(
                                "1 " + STALE + "packager/HD",
                                "14 CLEARED playlist_stale MAJOR packager/HD",
                                "28 RAISED rendition_out_of_sync MINOR packager/HD"));
    }

    @ParameterizedTest
    @MethodSource({"confirmation", "clearing", "events", "layers", "causes"})
    void tells(Row row) {
        assertThat(Story.of(row.reports()).told()).containsExactlyElementsOf(row.told());
    }

    @Test
    void aChangeKeepsTheIdAndTheInstantOfTheRaise() {
        List<Change> told = Story.of(
                        "0 packager/HD playlist_stale:minor",
                        "1 packager/LD",
                        "6 packager/HD playlist_stale",
                        "12- packager/HD")
                .changes();

        assertThat(told)
                .extracting(n -> n.alert().id())
                .hasSize(3)
                .containsOnly(told.getFirst().alert().id());
        assertThat(told)
                .extracting(n -> n.alert().raisedAt())
                .containsOnly(told.getFirst().alert().raisedAt());
        assertThat(told.getLast().alert().clearedAt()).isPresent();
    }

    @Test
    void whoOwnsIt() {
        assertThat(team("0 edge-hn/HD playlist_stale", "1 packager/LD"))
                .as("by layer")
                .isEqualTo("cdn");
        assertThat(team("0 packager/HD playlist_stale", "1 packager/LD"))
                .as("by layer")
                .isEqualTo("packager");
        assertThat(team("0 packager/HD playlist_ended", "6 packager/HD playlist_ended", "7 packager/LD"))
                .as("the packager's own")
                .isEqualTo("packager");
        assertThat(team("0 edge-hn/HD playlist_ended", "6 edge-hn/HD playlist_ended", "7 packager/LD"))
                .as("the packager that we watch has it right: a layer below broke it")
                .isEqualTo("cdn");
    }

    private static String team(String... reports) {
        return Story.of(reports).changes().getFirst().alert().team();
    }

    private static Start row(String rule) {
        return new Start(rule, new String[0]);
    }

    private record Start(String rule, String[] reports) {
        Start when(String... lines) {
            return new Start(rule, lines);
        }

        Start when(String[] before, String... lines) {
            return new Start(
                    rule, Stream.concat(Stream.of(before), Stream.of(lines)).toArray(String[]::new));
        }

        Row tells(String... told) {
            return new Row(rule, List.of(told), reports);
        }
    }
}
