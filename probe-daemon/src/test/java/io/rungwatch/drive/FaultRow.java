package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Notification;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One fault of CH_001, with the alerts that it must give and no others.
 *
 * @param also may be told beside the alerts: what the same fault does on its way in or out
 */
record FaultRow(
        String fault,
        StreamSpec stream,
        Promise promise,
        Duration lasts,
        Duration after,
        List<String> alerts,
        List<String> also) {
    static final Duration SEGMENT = Duration.ofSeconds(6);
    private static final Duration BEFORE = Duration.ofMinutes(35);

    FaultRow(String fault, String... alerts) {
        this(
                fault,
                Presets.stream(SEGMENT),
                Promise.LIVE,
                Duration.ofMinutes(5),
                Duration.ofMinutes(24),
                List.of(alerts),
                List.of());
    }

    FaultRow also(String... others) {
        return new FaultRow(fault, stream, promise, lasts, after, alerts, List.of(others));
    }

    FaultRow of(StreamSpec other) {
        return new FaultRow(fault, other, promise, lasts, after, alerts, also);
    }

    FaultRow of(StreamSpec other, Promise promised) {
        return new FaultRow(fault, other, promised, lasts, after, alerts, also);
    }

    FaultRow promised(Promise other) {
        return new FaultRow(fault, stream, other, lasts, after, alerts, also);
    }

    FaultRow lasts(Duration time, Duration afterwards) {
        return new FaultRow(fault, stream, promise, time, afterwards, alerts, also);
    }

    void isSeenAndNothingElse() throws BadUrl {
        World world = new World(Presets.world(2, stream), promise).pass(BEFORE);
        assertThat(world.seen).as("before the fault").isEmpty();

        world.fault(fault + " channel=CH_001 from=+1m for=" + lasts.toSeconds() + "s")
                .pass(Duration.ofMinutes(1).plus(lasts).plus(after));
        List<String> raised = new ArrayList<>(new LinkedHashSet<>(world.told()));

        assertThat(world.faults).isEmpty();
        raised.removeIf(told -> also.stream().anyMatch(told::startsWith));
        assertThat(raised)
                .as(() -> "first findings: " + String.join("\n", world.seen.subList(0, Math.min(30, world.seen.size())))
                        + "\n" + String.join("\n", raised))
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
        assertThat(count(world, Notification.Kind.CLEARED))
                .as("each raise has its clear")
                .isEqualTo(count(world, Notification.Kind.RAISED));
        assertThat(world.notifications).allMatch(n -> n.incident().channels().equals(List.of("CH_001")));
    }

    private static long count(World world, Notification.Kind kind) {
        return world.notifications.stream().filter(n -> n.kind() == kind).count();
    }

    @Override
    public String toString() {
        return fault;
    }
}
