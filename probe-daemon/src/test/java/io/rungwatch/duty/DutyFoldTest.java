package io.rungwatch.duty;

import static io.rungwatch.duty.DutyStory.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Maintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DutyFoldTest {
    private static final String STALE = "CH_001 playlist_stale";
    private static final Escalation TO_THE_BOSS =
            new Escalation(Duration.ofMinutes(5), Severity.MAJOR, Match.ALL, List.of("boss", "snmp"));

    record Row(String rule, Rules rules, List<String> story, List<String> told) {
        Row(String rule, List<String> story, List<String> told) {
            this(rule, DutyStory.rules(), story, told);
        }

        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "whoever was told of the raise is told of the end",
                        List.of("0 + CH_001 segment_error@origin", "9", "60 - CH_001 segment_error@origin", "90"),
                        List.of("0 RAISED CH_001 major to hook,snmp", "60 CLEARED CH_001 major to hook,snmp")),
                new Row(
                        "what gets worse is told again, what stays is not",
                        List.of("0 + " + STALE, "5 ~ " + STALE, "9 ~ " + STALE + ":critical", "30 - " + STALE),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "9 CHANGED CH_001 critical to snmp",
                                "30 CLEARED CH_001 major to snmp")),
                new Row(
                        "where it turns out to begin elsewhere, the other team hears of it, and both of its end",
                        List.of("0 + " + STALE, "9 ~ " + STALE + "@origin", "30 - " + STALE + "@origin"),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "9 CHANGED CH_001 major to snmp",
                                "9 RAISED CH_001 major to hook",
                                "30 CLEARED CH_001 major to hook,snmp")),
                new Row(
                        "the end of one that goes on in a group says so",
                        List.of("0 + " + STALE, "2 + CH_001,CH_002 playlist_stale", "2 m " + STALE),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "2 RAISED CH_001+CH_002 major to snmp",
                                "2 MERGED CH_001 major to snmp")),
                new Row(
                        "an end that nobody began is told to nobody",
                        List.of("0 - " + STALE, "1 ~ " + STALE),
                        List.of()),
                new Row(
                        "the third time within half an hour it is one that comes and goes, until it has been calm",
                        List.of(
                                "0 + " + STALE,
                                "60 - " + STALE,
                                "120 + " + STALE,
                                "180 - " + STALE,
                                "240 + " + STALE,
                                "300 - " + STALE,
                                "360 + " + STALE,
                                "420 - " + STALE,
                                "1019",
                                "1020",
                                "9999"),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "60 CLEARED CH_001 major to snmp",
                                "120 RAISED CH_001 major to snmp",
                                "180 CLEARED CH_001 major to snmp",
                                "240 RAISED CH_001 major flaps 2 to snmp",
                                "1020 CLEARED CH_001 major flaps 3 to snmp")),
                new Row(
                        "what comes back after more than that is another one",
                        List.of(
                                "0 + " + STALE,
                                "60 - " + STALE,
                                "1000 + " + STALE,
                                "1060 - " + STALE,
                                "1801",
                                "2900 + " + STALE,
                                "2960 - " + STALE),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "60 CLEARED CH_001 major to snmp",
                                "1000 RAISED CH_001 major to snmp",
                                "1060 CLEARED CH_001 major to snmp",
                                "2900 RAISED CH_001 major to snmp",
                                "2960 CLEARED CH_001 major to snmp")),
                new Row(
                        "what a silence covers is told to nobody, not even its end",
                        List.of("0 silence CH_* 600", "5 + " + STALE, "60", "90 - " + STALE),
                        List.of()),
                new Row(
                        "what outlasts the silence is told after all",
                        List.of("0 silence CH_001 600", "5 + " + STALE, "599", "600", "700 - " + STALE),
                        List.of("600 RAISED CH_001 major to snmp", "700 CLEARED CH_001 major to snmp")),
                new Row(
                        "a silence that is taken back ends at once",
                        List.of("0 silence CH_001 600", "5 + " + STALE, "60 unsilence", "70 - " + STALE),
                        List.of("60 RAISED CH_001 major to snmp", "70 CLEARED CH_001 major to snmp")),
                new Row(
                        "who was told before the silence is told of the end, and of nothing in between",
                        List.of("0 + " + STALE, "5 silence CH_001 600", "9 ~ " + STALE + ":critical", "60 - " + STALE),
                        List.of("0 RAISED CH_001 major to snmp", "60 CLEARED CH_001 major to snmp")),
                new Row(
                        "what gets worse in a silence is told after it",
                        List.of("0 + " + STALE, "5 silence CH_001 600", "9 ~ " + STALE + ":critical", "604", "605"),
                        List.of("0 RAISED CH_001 major to snmp", "605 CHANGED CH_001 critical to snmp")),
                new Row(
                        "a silence of one channel is none of the others that have the same fault",
                        List.of(
                                "0 silence CH_001 600",
                                "5 + CH_002 playlist_stale",
                                "9 + CH_001,CH_002 playlist_stale",
                                "9 m CH_002 playlist_stale"),
                        List.of(
                                "5 RAISED CH_002 major to snmp",
                                "9 RAISED CH_001+CH_002 major to snmp",
                                "9 MERGED CH_002 major to snmp")),
                new Row(
                        "a group is told to whoever would be told of one of its channels",
                        new Rules(
                                Set.of("snmp", "hook"),
                                List.of(
                                        new Route(new Match(Map.of(Aspect.CHANNEL, List.of("TEST_*"))), List.of("log")),
                                        new Route(Match.ALL, List.of("snmp"))),
                                List.of(),
                                Flapping.USUAL),
                        List.of("0 + TEST_1,CH_001 playlist_stale", "1 + TEST_2 playlist_stale"),
                        List.of("0 RAISED TEST_1+CH_001 major to snmp")),
                new Row(
                        "what nobody looked at yet is not over, however long that takes",
                        List.of("0 + " + STALE, "9 restart", "9000"),
                        List.of("0 RAISED CH_001 major to snmp")),
                new Row(
                        "what is not there any more is not told when a silence ends after a restart",
                        List.of(
                                "0 silence CH_001 60",
                                "1 + " + STALE,
                                "9 restart",
                                "10 look CH_001",
                                "61",
                                "129",
                                "130"),
                        List.of()),
                new Row(
                        "others are not silenced with it",
                        List.of("0 silence CH_001 600", "5 + CH_0012 playlist_stale"),
                        List.of("5 RAISED CH_0012 major to snmp")),
                new Row(
                        "what nobody acknowledges goes further up, once",
                        rules(TO_THE_BOSS),
                        List.of("0 + " + STALE, "299", "300", "400", "500 - " + STALE),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "300 RAISED CH_001 major to boss",
                                "300 ESCALATED CH_001 major to snmp",
                                "500 CLEARED CH_001 major to boss,snmp")),
                new Row(
                        "what is in hand does not",
                        rules(TO_THE_BOSS),
                        List.of("0 + " + STALE, "100 ack CH_001", "300", "400"),
                        List.of("0 RAISED CH_001 major to snmp", "100 ACKNOWLEDGED CH_001 major to snmp")),
                new Row(
                        "what gets worse is in nobody's hand any more",
                        rules(TO_THE_BOSS),
                        List.of("0 + " + STALE, "100 ack CH_001", "200 ~ " + STALE + ":critical", "300"),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "100 ACKNOWLEDGED CH_001 major to snmp",
                                "200 CHANGED CH_001 critical to snmp",
                                "300 RAISED CH_001 critical to boss",
                                "300 ESCALATED CH_001 critical to snmp")),
                new Row(
                        "what is not bad enough stays where it is",
                        rules(TO_THE_BOSS),
                        List.of("0 + " + STALE + ":minor", "300", "900"),
                        List.of("0 RAISED CH_001 minor to snmp")),
                new Row(
                        "nobody is woken by what a silence covers",
                        rules(TO_THE_BOSS),
                        List.of("0 + " + STALE, "5 silence CH_001 600", "300", "604", "605"),
                        List.of(
                                "0 RAISED CH_001 major to snmp",
                                "605 RAISED CH_001 major to boss",
                                "605 ESCALATED CH_001 major to snmp")),
                new Row(
                        "what is still there after a restart goes on under the same id",
                        List.of("0 + " + STALE, "9 restart", "40 + " + STALE, "200", "250 - " + STALE),
                        List.of("0 RAISED CH_001 major to snmp", "250 CLEARED CH_001 major to snmp")),
                new Row(
                        "what is not seen again after a restart is over",
                        List.of(
                                "0 + " + STALE,
                                "9 restart",
                                "300",
                                "400 look CH_001 edge-hn",
                                "401 look CH_001",
                                "520",
                                "521"),
                        List.of("0 RAISED CH_001 major to snmp", "521 CLEARED CH_001 major to snmp")),
                new Row(
                        "what only many samples show is given its time",
                        List.of("0 + CH_001 latency_high", "9 restart", "9 look CH_001", "129", "1800", "1809"),
                        List.of("0 RAISED CH_001 major to snmp", "1809 CLEARED CH_001 major to snmp")),
                new Row(
                        "acknowledged stays acknowledged, silenced silenced",
                        List.of(
                                "0 + " + STALE,
                                "5 ack CH_001",
                                "6 silence CH_002 900",
                                "9 restart",
                                "20 + " + STALE,
                                "21 + CH_002 playlist_stale",
                                "400"),
                        List.of("0 RAISED CH_001 major to snmp", "5 ACKNOWLEDGED CH_001 major to snmp")),
                new Row(
                        "a group does not fall apart by a restart",
                        List.of(
                                "0 + CH_001,CH_002 playlist_stale",
                                "9 restart",
                                "20 + " + STALE,
                                "21 + CH_001,CH_002 playlist_stale",
                                "21 m " + STALE,
                                "99 - CH_001,CH_002 playlist_stale"),
                        List.of("0 RAISED CH_001+CH_002 major to snmp", "99 CLEARED CH_001+CH_002 major to snmp")),
                new Row(
                        "what a group had, and is there without it after a restart, is told in the end",
                        List.of(
                                "0 + CH_001,CH_002 playlist_stale",
                                "9 restart",
                                "9 look CH_001",
                                "20 + " + STALE,
                                "129",
                                "130"),
                        List.of(
                                "0 RAISED CH_001+CH_002 major to snmp",
                                "129 CLEARED CH_001+CH_002 major to snmp",
                                "129 RAISED CH_001 major to snmp")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoIsTold(Row row) {
        DutyStory story = DutyStory.of(row.rules(), row.story().toArray(String[]::new));

        assertThat(story.told()).containsExactlyElementsOf(row.told());
    }

    @Test
    void nobodyIsWokenUnderMaintenance() {
        DutyStory story = new DutyStory(rules(TO_THE_BOSS)).watching(DutyFoldTest::maintained);
        for (String line : List.of("0 + " + STALE, "300", "1000")) {
            story.line(line);
        }

        assertThat(story.told())
                .containsExactly(
                        "0 RAISED CH_001 major to snmp",
                        "1000 RAISED CH_001 major to boss",
                        "1000 ESCALATED CH_001 major to snmp");
    }

    private static Optional<ChannelProfile> maintained(String channel) {
        Instant zero = Instant.parse("2026-03-01T00:00:00Z");
        ChannelProfile usual = ChannelProfile.unknown(channel, "/live.m3u8", List.of());
        return Optional.of(new ChannelProfile(
                channel,
                channel,
                usual.mode(),
                usual.tier(),
                usual.hls(),
                usual.dash(),
                usual.layers(),
                usual.segment(),
                usual.ladder(),
                usual.audio(),
                usual.subtitles(),
                usual.expect(),
                usual.checks(),
                List.of(new Maintenance(zero.plusSeconds(60), zero.plusSeconds(900), "encoder swap"))));
    }

    @Test
    void whatNobodyWatchesAnyMoreIsOver() {
        DutyStory story = DutyStory.of(rules(), "0 + " + STALE, "9 restart").watching(channel -> Optional.empty());
        story.line("10");
        story.line("130");

        assertThat(story.told()).containsExactly("0 RAISED CH_001 major to snmp", "130 CLEARED CH_001 major to snmp");
    }

    @Test
    void theIdStaysThroughFlappingAndRestarts() {
        DutyStory story = DutyStory.of(
                rules(),
                "0 + " + STALE,
                "9 restart",
                "20 + " + STALE,
                "50 - " + STALE,
                "60 + " + STALE,
                "70 - " + STALE);

        assertThat(story.messages())
                .extracting(message -> message.kind() + " " + message.notice().id())
                .containsExactly("RAISED i1", "CLEARED i1", "RAISED i3", "CLEARED i3");
        assertThat(story.messages().get(1).notice().fault().since())
                .as("it began before the restart")
                .isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void whoIsNewIsToldOfWhatIsOpen() {
        DutyStory story = DutyStory.of(rules(), "0 + " + STALE);
        story.obey(new Rules(
                Set.of("snmp", "mail"),
                List.of(new Route(Match.ALL, List.of("snmp", "mail"))),
                List.of(),
                Flapping.USUAL));
        story.line("60");
        story.line("90 - " + STALE);

        assertThat(story.told())
                .containsExactly(
                        "0 RAISED CH_001 major to snmp",
                        "60 RAISED CH_001 major to mail",
                        "90 CLEARED CH_001 major to mail,snmp");
    }

    @Test
    void whatNoRouteMatchesIsInTheLog() {
        Rules nothing = new Rules(Set.of("snmp"), List.of(), List.of(), Flapping.USUAL);
        DutyStory story = DutyStory.of(nothing, "0 + " + STALE, "9 - " + STALE);

        assertThat(story.told()).isEmpty();
        assertThat(story.said()).containsExactly("0 RAISED CH_001 major", "9 CLEARED CH_001 major");
    }

    /** `said` is what the log and the history have. */
    @Test
    void whatASilenceCoversIsInTheLogAndMarked() {
        DutyStory story = DutyStory.of(
                rules(), "0 silence CH_001 600", "5 + " + STALE, "60", "90 - " + STALE, "100 + " + STALE, "600");

        assertThat(story.told()).containsExactly("600 RAISED CH_001 major to snmp");
        assertThat(story.states())
                .containsExactly("5 RAISED silenced", "90 CLEARED cleared", "100 RAISED silenced", "600 RAISED firing");
        assertThat(story.messages().get(1).notice().silence())
                .as("it says that nobody was told")
                .hasValueSatisfying(silence -> assertThat(silence.reason()).isEqualTo("encoder swap"));
    }

    @Test
    void whoReadsTheLogSeesWhenASilenceBeginsAndEnds() {
        DutyStory story =
                DutyStory.of(rules(), "0 + " + STALE, "5 ack CH_001", "9 silence CH_001 60", "30", "68", "69", "70");

        assertThat(story.told())
                .containsExactly("0 RAISED CH_001 major to snmp", "5 ACKNOWLEDGED CH_001 major to snmp");
        assertThat(story.states())
                .containsExactly(
                        "0 RAISED firing",
                        "5 ACKNOWLEDGED acknowledged",
                        "9 CHANGED silenced",
                        "69 CHANGED acknowledged");
    }

    @Test
    void silencedStaysSilencedOverARestart() {
        DutyStory story = DutyStory.of(
                rules(),
                "0 silence CH_001 600",
                "5 + " + STALE,
                "9 restart",
                "20 + " + STALE,
                "30 look CH_001",
                "40 - " + STALE);

        assertThat(story.told()).isEmpty();
        assertThat(story.states()).containsExactly("5 RAISED silenced", "40 CLEARED cleared");
    }

    /** Once: who is told of it a second time would be woken for nothing. */
    @Test
    void anAcknowledgementOfLessLapses() {
        DutyStory story = DutyStory.of(
                rules(),
                "0 + " + STALE,
                "5 ack CH_001",
                "9 ~ " + STALE + ":critical",
                "20 ~ " + STALE + ":critical@origin",
                "30 ack CH_001",
                "40 - " + STALE + ":critical@origin");

        assertThat(story.messages())
                .extracting(message -> message.kind() + " "
                        + message.notice().lapsed().map(Acknowledgement::by).orElse("-"))
                .containsExactly(
                        "RAISED -",
                        "ACKNOWLEDGED -",
                        "CHANGED night shift",
                        "CHANGED -",
                        "ACKNOWLEDGED -",
                        "CLEARED -");
    }

    @Test
    void whatLapsesInASilenceIsToldAsSuchAfterIt() {
        DutyStory story = DutyStory.of(
                rules(),
                "0 + " + STALE + ":critical",
                "1 ~ " + STALE,
                "5 silence CH_001 60",
                "7 ack CH_001",
                "9 ~ " + STALE + ":critical",
                "65");

        assertThat(story.told())
                .containsExactly(
                        "0 RAISED CH_001 critical to snmp",
                        "1 CHANGED CH_001 major to snmp",
                        "7 ACKNOWLEDGED CH_001 major to snmp",
                        "65 CHANGED CH_001 critical to snmp");
        assertThat(story.messages().getLast().notice().lapsed()).isPresent();
    }

    /** When a group is over it has no members; what they were leads to what was recorded of them. */
    @Test
    void aGroupThatIsOverNamesTheMembersThatItHad() {
        Fault group = OwnTrouble.STORE_FAILING.fault("", "", Instant.EPOCH);
        Notice open = Notice.raised("g", group.with(List.of("a", "b")));

        assertThat(open.over(group.with(List.of())).fault().members()).containsExactly("a", "b");
        assertThat(open.over(group.with(List.of("b", "c"))).fault().members()).containsExactly("a", "b", "c");
    }

    /** A receiver knows it by eight digits; that two have the same ones is rare, and not impossible. */
    @Test
    void noTwoThatAreOpenHaveTheSameId() {
        DutyStory story = new DutyStory(rules()).calling("00000007");
        for (String line : List.of("0 + CH_001 stale", "1 + CH_002 stale", "2 - CH_001 stale", "3 - CH_002 stale")) {
            story.line(line);
        }

        List<String> ids =
                story.messages().stream().map(message -> message.notice().id()).toList();
        assertThat(ids.get(0)).isEqualTo("00000007");
        assertThat(ids.get(1)).matches("[0-9a-f]{8}").isNotEqualTo("00000007");
        assertThat(ids).as("each from raise to clear").containsExactly(ids.get(0), ids.get(1), ids.get(0), ids.get(1));
    }

    @Test
    void noneHasAnIdThatIsNoIndex() {
        DutyStory story = new DutyStory(rules()).calling("00000000");
        story.line("0 + CH_001 stale");

        assertThat(story.messages().getFirst().notice().id())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo("00000000");
    }

    @Test
    void nobodyIsAskedToTellOfHisOwnFailure() {
        for (OwnTrouble trouble : List.of(OwnTrouble.NOTIFIER_FAILING, OwnTrouble.MESSAGES_LOST)) {
            Fault failing = trouble.fault("snmp", "no answer", Instant.EPOCH);

            assertThat(rules().targets(failing)).containsExactlyInAnyOrder("hook", "boss");
        }
    }

    /** A journal that the version before this one wrote. */
    @Test
    void whatWasRememberedBeforeIsStillRead() {
        DutyStory story = DutyStory.of(rules(), "0 + " + STALE, "5 ack CH_001");
        Ticket ticket = story.memory().tickets().values().iterator().next();
        String before = Json.write(ticket)
                .replace("\"lapsed\":null,", "")
                .replace("\"silence\":null,", "")
                .replace("\"logged\":true,", "");

        assertThat(before)
                .doesNotContain("lapsed", "silence", "logged")
                .as("a fault is one object of plain values")
                .contains(
                        "\"check\":\"playlist_stale\",", "\"layer\":\"packager\",", "\"message\":\"as the story says\"")
                .doesNotContain("\"what\"", "\"place\"", "\"words\"");
        Map<String, Ticket> read = Keeping.restore(Map.of("ticket k", before)).tickets();
        assertThat(read.values()).singleElement().satisfies(again -> {
            assertThat(again.notice()).isEqualTo(ticket.notice());
            assertThat(again.isKnown()).isTrue();
        });
    }

    @Test
    void nothingIsRememberedOfWhatIsLongOver() {
        DutyStory story = DutyStory.of(rules(), "0 + " + STALE, "9 - " + STALE, "1000", "1900");

        assertThat(story.memory().tickets()).isEmpty();
    }
}
