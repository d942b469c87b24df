package io.rungwatch.bench.live;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Faults at random, the same with each run: at any moment of its share of the time, each in a channel that was well. The kinds take turns,
 * so that no five channels have the same in one minute: that would be told as one.
 */
final class Strikes {
    static final long SEED = 20_261_129;
    static final int MOST_IN_A_MINUTE = 20;

    private record Planned(Duration after, FaultKind kind, String channel, String rendition) {}

    private final Stage stage;
    private final Duration target;
    private final Simulator clean;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Strike> struck = new CopyOnWriteArrayList<>();

    /** So many, within this time. */
    Strikes(Stage stage, Workload workload, int faults, Duration within) {
        this.stage = stage;
        target = workload.segment();
        clean = new Simulator(workload.simulated());
        Random random = new Random(SEED);
        List<String> channels = new ArrayList<>(workload.channelIds());
        Collections.shuffle(channels, random);
        List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
        long share = within.toMillis() / Math.max(1, faults);
        for (int i = 0; i < faults; i++) {
            if (i % kinds.size() == 0) {
                Collections.shuffle(kinds, random);
            }
            planned.add(new Planned(
                    Duration.ofMillis(i * share + random.nextLong(Math.max(1, share))),
                    kinds.get(i % kinds.size()),
                    channels.get(i % channels.size()),
                    Presets.LADDER.get(random.nextInt(Presets.LADDER.size())).name()));
        }
    }

    /** Takes as long as was said. */
    void run() throws IOException, InterruptedException {
        Instant start = Instant.now();
        for (Planned next : planned) {
            long wait =
                    Duration.between(Instant.now(), start.plus(next.after())).toMillis();
            TimeUnit.MILLISECONDS.sleep(Math.max(0, wait));
            Instant at = Instant.ofEpochMilli(System.currentTimeMillis());
            Strike strike = Strike.of(next.kind(), next.channel(), next.rendition(), at, target, clean);
            stage.fault(strike.line());
            struck.add(strike);
        }
    }

    /** Those that were switched on so far. */
    List<Strike> struck() {
        return List.copyOf(struck);
    }
}
