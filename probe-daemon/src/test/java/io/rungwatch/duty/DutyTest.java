package io.rungwatch.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What those see who ask what is open. */
class DutyTest {
    private static final Links LINKS = new Links(Optional.empty(), Optional.empty());

    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Duty duty = new Duty(
            () -> now,
            new Rules(Set.of(), List.of(), List.of(), Flapping.USUAL),
            DutyMemory.EMPTY,
            channel -> Optional.empty(),
            List.of());

    @Test
    void whatComesAndGoesSaysSinceWhenItIsWellAndHowLongItIsKept() {
        for (int i = 0; i < 3; i++) {
            trouble(Optional.of("a clock jumps"));
            assertThat(duty.open()).singleElement().satisfies(open -> {
                assertThat(open.held()).isEmpty();
                assertThat(open.view(LINKS)).doesNotContainKey("held");
            });
            now = now.plusSeconds(10);
            trouble(Optional.empty());
            now = now.plusSeconds(50);
        }

        assertThat(duty.open()).singleElement().satisfies(open -> {
            assertThat(open.held())
                    .contains(new Notice.Held(
                            Instant.parse("2026-03-01T00:02:10Z"), Instant.parse("2026-03-01T00:12:10Z")));
            assertThat(open.view(LINKS)).containsKey("held");
        });

        trouble(Optional.of("a clock jumps"));
        assertThat(duty.open())
                .singleElement()
                .satisfies(open -> assertThat(open.held()).isEmpty());
    }

    /** The clock is set back by an hour: what was to end in ten minutes still does. */
    @Test
    void spansGoOnWhenTimeJumps() {
        for (int i = 0; i < 3; i++) {
            trouble(Optional.of("a clock jumps"));
            now = now.plusSeconds(10);
            trouble(Optional.empty());
            now = now.plusSeconds(50);
        }

        duty.timeJumps(() -> {
            now = now.minusSeconds(3600);
            return Duration.ofHours(-1);
        });

        now = now.plusSeconds(540);
        duty.pass();
        assertThat(duty.open()).as("held until then").hasSize(1);
        now = now.plusSeconds(10);
        duty.pass();
        assertThat(duty.open()).isEmpty();
    }

    private void trouble(Optional<String> message) {
        duty.own(OwnTrouble.CLOCK_SET, "", message);
    }
}
