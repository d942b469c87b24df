package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Incident;
import io.rungwatch.alert.Notification;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fault of CH_001, with the alerts that it must give and no others.
 *
 * @param also may be told beside the alerts: what the same fault does on its way in or out
 * @param within what the catalogue promises, counted from the first instant of the fault until the last of the alerts is told
 */
record FaultRow(
        String fault,
        StreamSpec stream,
        Promise promise,
        Duration lasts,
        Duration after,
        List<String> alerts,
        List<String> also,
        Duration within) {
    static final Duration SEGMENT = Duration.ofSeconds(6);
    /** The entry manifest is asked once a minute, and then again. */
    static final Duration MANIFEST = Duration.ofSeconds(72);

    private static final Duration BEFORE = Duration.ofMinutes(35);

    FaultRow(String fault, String... alerts) {
        this(
                fault,
                Presets.stream(SEGMENT),
                Promise.LIVE,
                Duration.ofMinutes(5),
                Duration.ofMinutes(24),
                List.of(alerts),
                List.of(),
                SEGMENT.multipliedBy(5));
    }

    FaultRow also(String... others) {
        return new FaultRow(fault, stream, promise, lasts, after, alerts, List.of(others), within);
    }

    FaultRow of(StreamSpec other) {
        return new FaultRow(fault, other, promise, lasts, after, alerts, also, within);
    }

    FaultRow of(StreamSpec other, Promise promised) {
        return new FaultRow(fault, other, promised, lasts, after, alerts, also, within);
    }

    FaultRow promised(Promise other) {
        return new FaultRow(fault, stream, other, lasts, after, alerts, also, within);
    }

    FaultRow lasts(Duration time, Duration afterwards) {
        return new FaultRow(fault, stream, promise, time, afterwards, alerts, also, within);
    }

    FaultRow within(Duration time) {
        return new FaultRow(fault, stream, promise, lasts, after, alerts, also, time);
    }

    World world(int channels, Instant start) throws BadUrl {
        return new World(Presets.world(channels, stream), promise, start);
    }

    /** The fault, from a moment of `ahead` on. */
    void strike(World world, Duration ahead) {
        world.fault(fault + " channel=CH_001 from=+" + ahead.toSeconds() + "s for=" + lasts.toSeconds() + "s");
    }

    /** What was told beside what may be told. */
    List<String> told(World world) {
        List<String> told = new ArrayList<>(world.told());
        told.removeIf(alert -> also.stream().anyMatch(alert::startsWith));
        return told;
    }

    /** How long after the fault began its alerts were told, each for the first time. */
    List<Duration> detections(World world, Instant began) {
        Map<String, Duration> first = new LinkedHashMap<>();
        world.notifications.stream()
                .map(Notification::incident)
                .filter(told -> alerts.stream().anyMatch(wanted -> wanted.startsWith(idAndLayer(told))))
                .forEach(told -> first.putIfAbsent(idAndLayer(told), Duration.between(began, told.raisedAt())));
        return List.copyOf(first.values());
    }

    private static String idAndLayer(Incident told) {
        return told.check().id() + "@" + told.layer() + "/";
    }

    void isSeenAndNothingElse() throws BadUrl {
        World world = world(2, World.START).pass(BEFORE);
        assertThat(world.seen).as("before the fault").isEmpty();

        Duration ahead = Duration.ofMinutes(1);
        Instant began = world.run.now().plus(ahead);
        strike(world, ahead);
        world.pass(ahead.plus(lasts).plus(after));
        List<String> told = told(world);

        assertThat(world.faults).isEmpty();
        assertThat(told)
                .as(() -> "first findings: " + String.join("\n", world.seen.subList(0, Math.min(30, world.seen.size())))
                        + "\n" + String.join("\n", told))
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(detections(world, began)).as("promised").allMatch(time -> time.compareTo(within) <= 0);
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
