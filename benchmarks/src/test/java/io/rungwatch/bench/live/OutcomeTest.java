package io.rungwatch.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Instant START = Instant.parse("2026-12-01T02:00:00Z");
    private static final Duration TARGET = Duration.ofSeconds(6);
    private static final Strike FROZEN =
            new Strike(FaultKind.FROZEN, "CH_001", "HD", START, START.plusSeconds(2), START.plusSeconds(31));

    private final Ledger ledger = new Ledger();

    private void told(int second, String kind, String id, String check, String... channels) {
        ledger.note(new Told(
                START.plusSeconds(second), kind, id, check, "packager", "packager", List.of(channels), "a headline"));
    }

    private Outcome after(int seconds) {
        return Outcome.of(List.of(FROZEN), ledger, START.plusSeconds(seconds));
    }

    @Test
    void raisedAndTakenBack() {
        told(13, "raised", "a", "playlist_stale", "CH_001");
        told(15, "changed", "a", "playlist_stale", "CH_001");
        assertThat(after(20).open()).isEqualTo(1);

        told(60, "cleared", "a", "playlist_stale", "CH_001");

        assertThat(after(200).objections()).isEmpty();
        assertThat(after(200).latency(0.5)).contains(13.0);
        assertThat(after(200).late(TARGET)).isEmpty();
        assertThat(after(61).open()).isZero();
    }

    @Test
    void promisedFromTheMomentItShows() {
        told(18, "raised", "a", "playlist_stale", "CH_001");

        assertThat(after(20).late(TARGET)).hasSize(1);
    }

    @Test
    void missed() {
        assertThat(after(20).wrong()).isEmpty();
        assertThat(after(32).wrong()).containsExactly("missed: " + FROZEN);
    }

    @Test
    void neverTakenBack() {
        told(13, "raised", "a", "playlist_stale", "CH_001");

        assertThat(after(200).wrong()).containsExactly("not cleared: " + FROZEN);
        assertThat(after(200).open()).isZero();
    }

    @Test
    void toldTwice() {
        told(13, "raised", "a", "playlist_stale", "CH_001");
        told(50, "cleared", "a", "playlist_stale", "CH_001");
        told(60, "raised", "b", "playlist_stale", "CH_001");
        told(90, "cleared", "b", "playlist_stale", "CH_001");

        assertThat(after(200).wrong()).containsExactly("told 2 times: " + FROZEN);
    }

    @Test
    void aGroupTellsItInItsStead() {
        told(13, "raised", "a", "playlist_stale", "CH_001");
        told(14, "raised", "g", "playlist_stale", "CH_001", "CH_002", "CH_003");
        told(14, "merged", "a", "playlist_stale", "CH_001");
        told(70, "changed", "g", "playlist_stale", "CH_002", "CH_003");

        Outcome outcome = after(200);

        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.falseAlarms()).hasSize(2);
    }

    @Test
    void othersAreFalseAlarmsAndTheProbesOwnTroubleIsNone() {
        told(10, "raised", "b", "layer_behind", "CH_001");
        told(10, "raised", "c", "layer_behind", "CH_002");
        told(10, "raised", "d", "origin_down");
        ledger.note(new Told(
                START.plusSeconds(9), "raised", "o", "probe_overloaded", "probe", "packager", List.of("CH_004"), ""));

        Outcome outcome = after(20);

        assertThat(outcome.beside()).extracting(Ledger.Entry::channel).containsExactly("CH_001");
        assertThat(outcome.falseAlarms()).extracting(Ledger.Entry::channel).containsExactly("CH_002", "");
        assertThat(outcome.own()).extracting(Ledger.Entry::check).containsExactly("probe_overloaded");
        assertThat(outcome.objections()).hasSize(4);
    }

    @Test
    void whoIsBlamedWronglyIsTold() {
        ledger.note(new Told(
                START.plusSeconds(13), "raised", "a", "playlist_stale", "cdn", "origin", List.of("CH_001"), ""));

        assertThat(after(40).wrong()).containsExactly("missed: " + FROZEN);
        assertThat(after(40).objections()).anyMatch(what -> what.startsWith("told beside a fault"));
    }

    @Test
    void whatBelongsToNobodyIsTakenBackToo() {
        told(10, "raised", "d", "origin_down");
        told(20, "cleared", "d", "origin_down");

        assertThat(ledger.entries()).hasSize(1);
        assertThat(ledger.entries().getFirst().cleared()).isPresent();
    }
}
