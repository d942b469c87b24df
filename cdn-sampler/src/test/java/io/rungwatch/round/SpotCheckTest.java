package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpotCheckTest {
    private final SpotCheck spotCheck = new SpotCheck(5, Duration.ofHours(1), 3);

    private final List<String> top = channels("TOP", Tier.TOP, 20);
    private final List<String> tail = channels("TAIL", Tier.TAIL, 7);

    private List<String> channels(String name, Tier tier, int count) {
        List<String> names = IntStream.range(0, count).mapToObj(i -> name + i).toList();
        names.forEach(channel -> spotCheck.follow(channel, tier, 1000));
        return names;
    }

    private void allAreThere(long draw) {
        top.forEach(channel -> spotCheck.follow(channel, Tier.TOP, draw));
        tail.forEach(channel -> spotCheck.follow(channel, Tier.TAIL, draw));
    }

    private Set<String> drawn(List<String> of, long draw) {
        return of.stream().filter(channel -> spotCheck.draws(channel, draw)).collect(Collectors.toSet());
    }

    @Test
    void eachDrawHasItsShareOfEachTier() {
        for (long draw = 1000; draw < 1050; draw++) {
            allAreThere(draw);
            assertThat(drawn(top, draw))
                    .as("two, and two that nobody between takes")
                    .hasSize(4);
            assertThat(drawn(tail, draw)).hasSize(1);
        }
    }

    @Test
    void whoLeftTakesNobodysTurn() {
        for (long draw = 1001; draw < 1010; draw++) {
            long at = draw;
            tail.forEach(channel -> spotCheck.follow(channel, Tier.TAIL, at));
            assertThat(drawn(tail, draw)).hasSize(draw == 1001 ? 1 : 5);
        }
    }

    @Test
    void whoMovedUpIsDrawnThere() {
        allAreThere(1001);
        tail.forEach(channel -> spotCheck.follow(channel, Tier.TOP, 1001));

        List<String> all = Stream.concat(top.stream(), tail.stream()).toList();
        assertThat(drawn(all, 1001)).hasSize(5);
    }

    @Test
    void inTheEndItIsEverybodysTurn() {
        Set<String> seen = IntStream.range(1000, 1010)
                .boxed()
                .flatMap(draw -> {
                    allAreThere(draw);
                    return drawn(top, draw).stream();
                })
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
        none.follow("A", Tier.TOP, 1);

        assertThat(none.draws("A", 1)).isFalse();
    }
}
