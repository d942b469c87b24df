package io.rungwatch.bench.live;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One fault that was switched on.
 *
 * @param at when
 * @param shows when it made a difference to who asks for the first time: a frozen playlist is as good as any until the next segment is due
 */
record Strike(FaultKind kind, String channel, String rendition, Instant at, Instant shows, Instant until) {
    private static final Duration STEP = Duration.ofMillis(50);

    /** @param clean the simulator as it is without any fault */
    static Strike of(FaultKind kind, String channel, String rendition, Instant at, Duration target, Simulator clean) {
        Simulator struck = clean.withFault(line(kind, channel, rendition), at);
        List<Request> asked = requests(clean, channel, kind.layer(), at);
        Instant shows = at;
        while (asked.stream().allMatch(like(clean, struck, kind.layer(), shows))
                && shows.isBefore(at.plus(target.multipliedBy(3)))) {
            shows = shows.plus(STEP);
        }
        return new Strike(kind, channel, rendition, at, shows, at.plus(kind.lasts(target)));
    }

    private static Predicate<Request> like(Simulator a, Simulator b, String layer, Instant at) {
        return request -> {
            Answer one = a.answer(at, layer, request);
            Answer other = b.answer(at, layer, request);
            return one.status() == other.status() && one.text().equals(other.text());
        };
    }

    private static List<Request> requests(Simulator clean, String channel, String layer, Instant at) {
        String manifest = Workload.manifest(channel);
        List<Request> all = new ArrayList<>(List.of(Request.get(manifest)));
        clean.answer(at, layer, all.getFirst())
                .text()
                .lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .forEach(name -> all.add(Request.get(manifest.substring(0, manifest.lastIndexOf('/') + 1) + name)));
        return all;
    }

    private static String line(FaultKind kind, String channel, String rendition) {
        return kind.line(rendition) + " channel=" + channel;
    }

    /** As the simulator takes it. */
    String line() {
        return line(kind, channel, rendition) + " from=" + at + " for="
                + Duration.between(at, until).toMillis() + "ms";
    }

    @Override
    public String toString() {
        return line(kind, channel, rendition) + " at " + at;
    }
}
