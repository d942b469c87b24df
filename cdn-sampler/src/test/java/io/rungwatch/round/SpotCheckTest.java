package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpotCheckTest {
    private final SpotCheck spotCheck = new SpotCheck(5, Duration.ofHours(1), 3);

    private final List<String> top = channels("TOP", Tier.TOP, 20);
    private final List<String> tail = channels("TAIL", Tier.TAIL, 7);

    private List<String> channels(String name, Tier tier, int count) {
        List<String> names = IntStream.range(0, count).mapToObj(i -> name + i).toList();
        names.forEach(channel -> spotCheck.follow(channel, tier));
        return names;
    }

    private Set<String> drawn(List<String> of, long draw) {
        return of.stream().filter(channel -> spotCheck.draws(channel, draw)).collect(Collectors.toSet());
    }

    @Test
    void eachDrawHasItsShareOfEachTier() {
        for (long draw = 1000; draw < 1050; draw++) {
            assertThat(drawn(top, draw)).hasSize(2);
            assertThat(drawn(tail, draw)).hasSize(1);
        }
    }

    @Test
    void inTheEndItIsEverybodysTurn() {
        Set<String> seen = IntStream.range(0, 10)
                .boxed()
                .flatMap(draw -> drawn(top, draw).stream())
                .collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(top);
    }

    @Test
    void aDrawLastsAnHour() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");

        assertThat(spotCheck.draw(noon.plusSeconds(3599))).isEqualTo(spotCheck.draw(noon));
        assertThat(spotCheck.draw(noon.plusSeconds(3600))).isEqualTo(spotCheck.draw(noon) + 1);
    }

    @Test
    void whoWantsNoneGetsNone() {
        SpotCheck none = SpotCheck.none();
        none.follow("A", Tier.TOP);

        assertThat(none.draws("A", 1)).isFalse();
    }
}
