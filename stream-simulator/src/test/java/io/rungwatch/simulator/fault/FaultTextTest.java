package io.rungwatch.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Scope SCOPE =
            new Scope(Set.of("CH_001", "CH_002"), Set.of("HD", "SD"), Set.of("packager", "edge-hn"));

    @Test
    void readsTheLineOfTheDocumentation() {
        Fault fault = Fault.parse(
                "frozen_rung channel=CH_001 rendition=HD layer=packager from=+20s for=40s every=2m", NOW, SCOPE);
        assertThat(fault.kind()).isEqualTo(FaultKind.FROZEN_RUNG);
        assertThat(fault.channel()).isEqualTo("CH_001");
        assertThat(fault.rendition()).isEqualTo("HD");
        assertThat(fault.layer()).isEqualTo("packager");
        assertThat(fault.from()).isEqualTo(NOW.plusSeconds(20));
        assertThat(fault.length()).isEqualTo(Duration.ofSeconds(40));
        assertThat(fault.every()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frozen_rung rendition=HD from=2026-11-20T09:00:20Z for=40s every=2m",
                "status id=f7 channel=CH_002 layer=edge-hn from=2026-11-20T09:00:00Z code=503 object=any",
                "lagging_layer layer=edge-hn from=2026-11-20T09:00:00Z for=1500ms by=1m age=hidden",
                "older_copy layer=edge-hn from=2026-11-20T09:00:00Z share=0.5",
                "short_segments rendition=master from=2026-11-20T09:00:00Z by=2s",
            })
    void printsWhatItReads(String line) {
        assertThat(Fault.parse(line, NOW, SCOPE).toString()).isEqualTo(line);
    }

    @Test
    void everyKindSurvivesItsOwnText() {
        for (FaultKind kind : FaultKind.values()) {
            Fault fault = Fault.parse(kind.word() + " rendition=HD layer=packager for=1h", NOW, SCOPE);
            assertThat(Fault.parse(fault.toString(), NOW.plusSeconds(99), SCOPE))
                    .isEqualTo(fault);
            assertThat(kind.summary()).isNotBlank();
        }
    }

    @Test
    void endsAtAnInstantToo() {
        assertThat(Fault.parse("hang from=-5m until=+5m", NOW, SCOPE).length()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frozen_rug rendition=HD            | did you mean frozen_rung?",
                "frozen_rung rendtion=HD            | has no key rendtion; did you mean rendition?",
                "frozen_rung                        | frozen_rung needs rendition=",
                "frozen_rung rendition=             | rendition has no value",
                "hang channel=CH_01                 | no channel is called CH_01; did you mean CH_001?",
                "hang layer=edge                    | no layer is called edge",
                "hang rendition=HDD                 | no rendition is called HDD; did you mean HD?",
                "hang for=40                        | for=40 is no duration: write 500ms, 6s, 5m or 1h",
                "hang for=0s                        | for= is no time at all",
                "hang from=noon                     | from=noon is no instant",
                "hang for=1m for=2m                 | for is given twice",
                "hang for=1m until=+2m              | say the same",
                "hang from=+2m until=+1m            | until= is not after from=",
                "hang every=1m                      | every=1m needs a shorter for=",
                "hang for=2m every=1m               | every=1m needs a shorter for=",
                "status code=many                   | code=many is no whole number",
                "older_copy share=often             | share=often is no share",
                "malformed what=extinff             | what=extinff is unknown; did you mean extinf?",
                "''                                 | a fault begins with its kind",
            })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> Fault.parse(line, NOW, SCOPE))
                .isInstanceOf(BadFault.class)
                .hasMessageContaining(message);
    }

    @Test
    void occurrencesRepeat() {
        Fault fault = Fault.parse("hang from=+0s for=40s every=2m", NOW, SCOPE);
        long start = NOW.toEpochMilli();
        assertThat(fault.since(start - 1)).isEqualTo(Fault.NEVER);
        assertThat(fault.since(start + 39_999)).isEqualTo(start);
        assertThat(fault.since(start + 40_000)).isEqualTo(Fault.NEVER);
        assertThat(fault.since(start + 120_000)).isEqualTo(start + 120_000);
        assertThat(fault.ended(start + 39_999)).isEqualTo(Fault.NEVER);
        assertThat(fault.ended(start + 40_000)).isEqualTo(start + 40_000);
        assertThat(fault.ended(start + 121_000)).isEqualTo(start + 40_000);
    }

    @Test
    void aPlanNamesItsFaults() {
        Fault hang = Fault.parse("hang", NOW, SCOPE);
        FaultPlan plan = FaultPlan.of(hang, hang, Fault.parse("reset id=mine", NOW, SCOPE));
        assertThat(plan.faults()).extracting(Fault::id).containsExactly("f1", "f2", "mine");
        assertThat(plan.without("f1").with(hang).faults()).extracting(Fault::id).containsExactly("f2", "mine", "f3");
        assertThatThrownBy(() -> plan.with(hang.withId("mine"))).hasMessageContaining("mine already");
    }
}
