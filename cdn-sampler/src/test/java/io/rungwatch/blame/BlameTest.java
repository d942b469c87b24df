package io.rungwatch.blame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlameTest {
    private static final String NOTHING = "nothing";

    private record Row(String situation, Symptom symptom, String chain, String sentence, Confidence confidence) {
        @Override
        public String toString() {
            return situation;
        }
    }

    /** The catalogue, 2.8. */
    static Stream<Row> examples() {
        return Stream.of(
                new Row(
                        "1 frozen everywhere",
                        Symptom.STALE,
                        "packager bad / origin bad / mid bad HIT / edge-1 bad HIT",
                        "old playlist: begins at packager; also at origin, mid, edge-1",
                        Confidence.MEDIUM),
                new Row(
                        "2 the mid keeps it too long",
                        Symptom.STALE,
                        "packager ok / origin ok / mid bad HIT =4_segments / edge-1 bad HIT =4_segments",
                        "old playlist: begins at mid (4 segments); also at edge-1",
                        Confidence.HIGH),
                new Row(
                        "3 the origin hangs, caches serve what they have",
                        Symptom.TIMEOUT,
                        "packager ok / origin bad / mid ok STALE_HIT / edge-1 ok STALE_HIT",
                        "no answer in time: begins at origin; mid, edge-1 good only out of store",
                        Confidence.HIGH),
                new Row(
                        "4 three of three POPs get nothing from the mid",
                        Symptom.SERVER_ERROR,
                        "packager ok / origin ok / mid ok HIT / edge-1 bad gateway =HTTP_504 / edge-2 bad gateway =HTTP_504"
                                + " / edge-3 bad gateway =HTTP_504",
                        "server errors: begins between mid and edge-1, edge-2, edge-3 (HTTP 504)",
                        Confidence.HIGH),
                new Row(
                        "5 one POP of six",
                        Symptom.SERVER_ERROR,
                        "packager ok / origin ok / mid ok HIT / edge-1 ok HIT / edge-2 ok HIT / edge-3 ok HIT"
                                + " / edge-4 bad =HTTP_503 / edge-5 ok HIT / edge-6 ok MISS",
                        "server errors: begins at 1 of 6 edges: edge-4 (HTTP 503)",
                        Confidence.HIGH),
                new Row(
                        "6 the origin publishes too late",
                        Symptom.MISSING,
                        "packager ok / origin bad =HTTP_404 / mid bad MISS =HTTP_404 / edge-1 bad MISS =HTTP_404",
                        "missing object: begins at origin (HTTP 404); also at mid, edge-1",
                        Confidence.HIGH),
                new Row(
                        "6 and the mid has stored that it is missing",
                        Symptom.MISSING,
                        "packager ok / origin ok / mid bad HIT =stored_404 / edge-1 bad HIT =stored_404",
                        "missing object: begins at mid (stored 404); also at edge-1",
                        Confidence.HIGH),
                new Row(
                        "7 the origin drops a rung",
                        Symptom.LADDER,
                        "packager ok / origin bad =1080p_absent / mid bad =1080p_absent / edge-1 bad =1080p_absent",
                        "incomplete ladder: begins at origin (1080p absent); also at mid, edge-1",
                        Confidence.HIGH),
                new Row(
                        "8 a truncated copy in one POP",
                        Symptom.BYTES,
                        "packager ok / origin ok / mid ok HIT / edge-1 ok HIT / edge-2 ok HIT / edge-3 bad HIT =shorter",
                        "other bytes: begins at 1 of 3 edges: edge-3 (shorter)",
                        Confidence.HIGH),
                new Row(
                        "9 nobody lets us see the packager",
                        Symptom.MEDIA,
                        "packager ? / origin bad =bad_CC / mid bad =bad_CC / edge-1 bad =bad_CC",
                        "bad media: begins at origin or before it (bad CC); also at mid, edge-1; packager not judged",
                        Confidence.LOW),
                new Row(
                        "10 the mid waits, the edge waits for it",
                        Symptom.SLOW,
                        "packager ok 20ms / origin ok 40ms / mid bad MISS 900ms / edge-1 bad MISS 930ms",
                        "slow answers: begins at mid; also at edge-1",
                        Confidence.HIGH));
    }

    /** What would fool a simpler rule. */
    static Stream<Row> traps() {
        return Stream.of(
                new Row(
                        "nothing is bad",
                        Symptom.BYTES,
                        "packager ok / origin ok / mid ? / edge-1 ok HIT",
                        NOTHING,
                        Confidence.LOW),
                new Row(
                        "one layer in the middle is not judged",
                        Symptom.BYTES,
                        "packager ok / origin ? / mid bad MISS / edge-1 bad MISS",
                        "other bytes: begins at mid; also at edge-1; origin not judged",
                        Confidence.MEDIUM),
                new Row(
                        "the origin is dead, the edge has a stale copy, the mid has none",
                        Symptom.SERVER_ERROR,
                        "packager ok / origin bad =HTTP_500 / mid bad MISS gateway =HTTP_502 / edge-1 ok STALE_HIT",
                        "server errors: begins at origin (HTTP 500); also at mid; edge-1 good only out of store",
                        Confidence.HIGH),
                new Row(
                        "only we cannot reach the packager: the origin just did",
                        Symptom.UNREACHABLE,
                        "packager bad =refused / origin ok MISS / mid ok HIT / edge-1 ok HIT",
                        "no connection: is the probe's own, or its network's (refused)",
                        Confidence.MEDIUM),
                new Row(
                        "we cannot reach the packager, and the origin does not say whether it can",
                        Symptom.UNREACHABLE,
                        "packager bad =refused / origin ok / mid ok MISS / edge-1 ok HIT",
                        "no connection: begins at packager (refused); edge-1 good only out of store",
                        Confidence.LOW),
                new Row(
                        "a miss further down proves nothing: the layer between had a copy",
                        Symptom.TIMEOUT,
                        "packager ok / origin bad / mid ok HIT / edge-1 ok MISS",
                        "no answer in time: begins at origin; mid good only out of store",
                        Confidence.HIGH),
                new Row(
                        "nothing at all can be connected to",
                        Symptom.UNREACHABLE,
                        "packager bad / origin bad / mid bad / edge-1 bad",
                        "no connection: is the probe's own, or its network's; also at origin, mid, edge-1",
                        Confidence.MEDIUM),
                new Row(
                        "all answer with errors: handed down",
                        Symptom.SERVER_ERROR,
                        "packager bad =HTTP_500 / origin bad =HTTP_502 / mid bad =HTTP_502 / edge-1 bad =HTTP_502",
                        "server errors: begins at packager (HTTP 500); also at origin, mid, edge-1",
                        Confidence.MEDIUM),
                new Row(
                        "two POPs, two faults",
                        Symptom.SERVER_ERROR,
                        "origin ok / mid ok / edge-1 bad =HTTP_503 / edge-2 bad gateway =HTTP_504",
                        "server errors: begins at 2 of 2 edges: edge-1, edge-2 (edge-1 HTTP 503, edge-2 HTTP 504)",
                        Confidence.HIGH),
                new Row(
                        "four of five POPs alike are a platform",
                        Symptom.SERVER_ERROR,
                        "mid ok / edge-1 bad / edge-2 bad / edge-3 bad / edge-4 bad / edge-5 ok MISS",
                        "server errors: begins at 4 of 5 edges: the edge platform, or its link upstream",
                        Confidence.HIGH),
                new Row(
                        "a POP that was not judged does not count",
                        Symptom.SERVER_ERROR,
                        "mid ok / edge-1 bad / edge-2 ? / edge-3 ok HIT",
                        "server errors: begins at 1 of 2 edges: edge-1",
                        Confidence.HIGH),
                new Row(
                        "an edge that skips the mid is bad by itself",
                        Symptom.BYTES,
                        "origin ok / mid bad =shorter / edge-1 bad <mid =shorter / edge-2 bad <origin =longer",
                        "other bytes: begins at mid (shorter); also at edge-1; not through it: edge-2",
                        Confidence.HIGH),
                new Row(
                        "an edge that skips the mid is not linked to it",
                        Symptom.SERVER_ERROR,
                        "packager ok / origin ok / mid ok / edge-1 bad gateway <origin =HTTP_502",
                        "server errors: begins between origin and edge-1 (HTTP 502)",
                        Confidence.HIGH),
                new Row(
                        "an edge that skips a dead mid does not contradict it",
                        Symptom.TIMEOUT,
                        "packager ok / origin ok / mid bad / edge-1 ok MISS <origin",
                        "no answer in time: begins at mid",
                        Confidence.HIGH),
                new Row(
                        "one mid of two, and what hangs from it",
                        Symptom.STALE,
                        "origin ok / mid-1 bad / mid-2 ok / edge-1 bad <mid-1 / edge-2 ok <mid-2",
                        "old playlist: begins at 1 of 2 midcaches: mid-1; also at edge-1",
                        Confidence.HIGH),
                new Row(
                        "content at the only edge, nobody above judged",
                        Symptom.MEDIA,
                        "packager ? / origin ? / mid ? / edge-1 bad",
                        "bad media: begins at edge-1 or before it; mid, origin, packager not judged",
                        Confidence.LOW),
                new Row(
                        "first touches that miss are charged to who made them wait",
                        Symptom.SLOW,
                        "packager ok 900ms / origin bad MISS 930ms / mid bad MISS 940ms / edge-1 bad MISS 950ms",
                        "slow answers: begins at packager; also at origin, mid, edge-1",
                        Confidence.MEDIUM),
                new Row(
                        "a slow hit is the edge's own",
                        Symptom.SLOW,
                        "packager ok 20ms / origin ok 40ms / mid ok HIT 10ms / edge-1 bad HIT 350ms / edge-2 ok HIT 9ms",
                        "slow answers: begins at 1 of 2 edges: edge-1",
                        Confidence.HIGH),
                new Row(
                        "six slow POPs weigh no more than one",
                        Symptom.SLOW,
                        "origin ok 40ms / mid bad MISS 640ms / edge-1 bad HIT 300ms / edge-2 bad HIT 300ms / edge-3 bad HIT 300ms",
                        "slow answers: begins at mid; also at edge-1, edge-2, edge-3",
                        Confidence.HIGH),
                new Row(
                        "all POPs slow, each a little differently",
                        Symptom.SLOW,
                        "origin ok 40ms / mid ok HIT 10ms / edge-1 bad HIT 300ms =300_ms / edge-2 bad HIT 310ms =310_ms",
                        "slow answers: begins at 2 of 2 edges: the edge platform, or its link upstream"
                                + " (edge-1 300 ms, edge-2 310 ms)",
                        Confidence.HIGH),
                new Row(
                        "what is no fault of the object, no copy of it hides",
                        Symptom.SIGN,
                        "packager ok / origin bad MISS =its_certificate_ends / mid ok HIT / edge-1 ok HIT",
                        "a warning sign: begins at origin (its certificate ends)",
                        Confidence.HIGH),
                new Row(
                        "slow in equal parts",
                        Symptom.SLOW,
                        "packager bad 900ms / origin bad MISS 1500ms / mid bad MISS 2000ms",
                        "slow answers: has no one place where it begins: packager, origin, mid",
                        Confidence.LOW));
    }

    @ParameterizedTest
    @MethodSource({"examples", "traps"})
    void begins(Row row) {
        assertThat(sentence(Rows.of(row.symptom(), row.chain()))).isEqualTo(row.sentence());
        Blame.of(Rows.of(row.symptom(), row.chain()))
                .ifPresent(blame -> assertThat(blame.confidence()).isEqualTo(row.confidence()));
    }

    private static String sentence(Case of) {
        return Blame.of(of).map(Blame::sentence).orElse(NOTHING);
    }

    /** What the origin was in each round, the packager being well. */
    @ParameterizedTest
    @CsvSource({
        "bad,          old playlist: begins at origin, MEDIUM",
        "bad bad,      old playlist: begins at origin, HIGH",
        "ok bad,       nothing,                        LOW",
        "bad ok bad,   old playlist: begins at origin, HIGH",
        "bad ok ok,    nothing,                        LOW",
        "bad bad ok ok, nothing,                       LOW",
        "bad ? ?,      nothing,                        LOW"
    })
    void twoOfTheLastThreeRoundsDecide(String states, String sentence, Confidence confidence) {
        List<List<Seen>> rounds = Arrays.stream(states.split(" ", -1))
                .map(state -> Rows.round("packager ok / origin " + state))
                .toList();
        Case of = new Case(Symptom.STALE, rounds, State.UNKNOWN, false);

        assertThat(sentence(of)).isEqualTo(sentence);
        Blame.of(of).ifPresent(blame -> assertThat(blame.confidence()).isEqualTo(confidence));
    }

    /** From the second round on, our own first question answers out of the mid. */
    @Test
    void aCacheThatWeFilledOurselvesIsRememberedAsHavingAsked() {
        List<List<Seen>> rounds = List.of(
                Rows.round("packager ok / origin bad / mid ok MISS / edge-1 ok MISS"),
                Rows.round("packager ok / origin bad / mid ok HIT / edge-1 ok HIT"),
                Rows.round("packager ok / origin bad / mid ok HIT / edge-1 ok HIT"));

        assertThat(sentence(new Case(Symptom.TIMEOUT, rounds, State.UNKNOWN, false)))
                .isEqualTo("no answer in time: is the probe's own, or its network's");
    }

    @ParameterizedTest
    @CsvSource({
        "STALE,        bad, packager bad / origin bad, old playlist: comes with the source; also at origin, HIGH",
        "STALE,        ok,  packager bad / origin bad, old playlist: begins at packager; also at origin, HIGH",
        "STALE,        bad, packager ok / origin bad,  old playlist: begins at origin, HIGH",
        "SERVER_ERROR, bad, packager bad / origin bad, server errors: begins at packager; also at origin, MEDIUM"
    })
    void theSource(Symptom symptom, String source, String chain, String sentence, Confidence confidence) {
        Case of = new Case(symptom, Collections.nCopies(3, Rows.round(chain)), Rows.state(source), false);

        assertThat(Blame.of(of)).hasValueSatisfying(blame -> {
            assertThat(blame.sentence()).isEqualTo(sentence);
            assertThat(blame.confidence()).isEqualTo(confidence);
        });
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR", "STALE", "SLOW"})
    void aBlindProbeBlamesNobodyElse(Symptom symptom) {
        Case of = new Case(symptom, List.of(Rows.round("packager bad / origin bad")), State.BAD, true);

        assertThat(Blame.of(of))
                .hasValueSatisfying(blame -> assertThat(blame.guilty()).isEqualTo(new Guilty.Probe()));
    }
}
