package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Notification;
import io.rungwatch.drive.CleanNoiseTest.Row;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of television: {@code ./test --soak 30}. Each day begins at noon, has a night to get through and is simulated by itself, so that
 * days can be had in pieces ({@code ./test --soak 10 20}: ten days, the first of them day 20) and side by side. A quarter of the kinds of
 * noise is on air on each day: in sixteen days, each has been through each of the nights.
 */
@Tag("soak")
@Execution(ExecutionMode.CONCURRENT)
class SoakTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF = DAY.dividedBy(2);
    private static final int DAYS = Integer.getInteger("soak.days", 4);
    private static final int FIRST = Integer.getInteger("soak.first", 0);
    private static final int PARTS = 4;
    /** A stride through the rows of faults that meets them all. */
    private static final int STRIDE = 10;

    /** The year ends; 29 February, and then it ends; an hour is missing in Paris; an hour comes twice. */
    private static final List<Instant> NIGHTS = List.of(
            Instant.parse("2026-12-31T12:00:00Z"),
            Instant.parse("2028-02-28T12:00:00Z"),
            Instant.parse("2027-03-27T12:00:00Z"),
            Instant.parse("2026-10-24T12:00:00Z"));

    private static final LongAdder POLLS = new LongAdder();
    private static final LongAdder QUIET_DAYS = new LongAdder();
    private static final LongAdder FAULTS = new LongAdder();
    private static final LongAdder FALSE = new LongAdder();
    private static final Queue<Duration> DETECTIONS = new ConcurrentLinkedQueue<>();

    private static IntStream days() {
        return IntStream.range(FIRST, FIRST + DAYS);
    }

    private static Instant noon(int day) {
        return NIGHTS.get(day / PARTS % NIGHTS.size()).plus(DAY.multipliedBy(day / (PARTS * NIGHTS.size())));
    }

    static Stream<Arguments> noises() {
        return days().boxed().flatMap(day -> {
            List<Row> rows = SoakNoise.rows(noon(day)).toList();
            return IntStream.range(0, rows.size())
                    .filter(row -> row % PARTS == day % PARTS)
                    .mapToObj(row -> Arguments.of(day, rows.get(row)));
        });
    }

    @ParameterizedTest(name = "day {0}: {1}")
    @MethodSource("noises")
    void noiseWakesNobody(int day, Row row) throws BadUrl {
        World world = row.world(noon(day)).pass(DAY);

        POLLS.add(world.polls);
        QUIET_DAYS.increment();
        FALSE.add(raised(world));
        assertThat(world.faults).isEmpty();
        assertThat(world.notifications)
                .as(() -> String.join("\n", world.seen.subList(0, Math.min(20, world.seen.size()))))
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        // Foreign content needs a second channel, and with it twice the time.
        List<FaultRow> rows = Stream.of(FaultTest.faults(), HlsFaultTest.faults(), DashFaultTest.faults())
                .flatMap(all -> all)
                .filter(row -> !row.fault().startsWith("foreign_content"))
                .toList();
        return days().mapToObj(day -> Arguments.of(day, rows.get(day * STRIDE % rows.size())));
    }

    @ParameterizedTest(name = "day {0}: {1}")
    @MethodSource("faults")
    void aFaultIsToldAndNothingElse(int day, FaultRow row) throws BadUrl {
        World world = row.world(1, noon(day));
        row.strike(world, HALF);
        world.pass(DAY);

        List<Duration> detections = row.detections(world, noon(day).plus(HALF));
        POLLS.add(world.polls);
        FAULTS.increment();
        DETECTIONS.addAll(detections);
        List<String> told = row.told(world);
        FALSE.add(told.stream().filter(alert -> !row.alerts().contains(alert)).count());
        assertThat(told).containsExactlyInAnyOrderElementsOf(row.alerts());
        assertThat(detections).as("promised").allMatch(time -> time.compareTo(row.within()) <= 0);
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
        assertThat(world.faults).isEmpty();
    }

    private static long raised(World world) {
        return world.notifications.stream()
                .filter(n -> n.kind() == Notification.Kind.RAISED)
                .count();
    }

    @AfterAll
    static void summary() {
        List<Duration> sorted = DETECTIONS.stream().sorted().toList();
        System.out.printf(
                "soak: days %d to %d: %,d polls; %d days of single channels with noise; %d faults, %d alerts told for them%s; false alarms: %d%n",
                FIRST,
                FIRST + DAYS - 1,
                POLLS.sum(),
                QUIET_DAYS.sum(),
                FAULTS.sum(),
                sorted.size(),
                sorted.isEmpty()
                        ? ""
                        : ", after %.1f s (p50), %.1f s (max)"
                                .formatted(
                                        sorted.get(sorted.size() / 2).toMillis() / 1e3,
                                        sorted.getLast().toMillis() / 1e3),
                FALSE.sum());
    }
}
