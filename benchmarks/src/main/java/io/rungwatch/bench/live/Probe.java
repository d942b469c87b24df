package io.rungwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The daemon in a process of its own, and what may be asked of it. */
record Probe(Child process, URI metrics, Instant started) implements AutoCloseable {
    private static final int STILL_COMPILING_MILLIS = 30;
    private static final int SCRAPE_SECONDS = 5;

    /** What the JVM did beside: how often it collected garbage and for how long, for how long it compiled. */
    record Background(long collections, long collectionMillis, long compilationMillis) {
        Background minus(Background before) {
            return new Background(
                    collections - before.collections,
                    collectionMillis - before.collectionMillis,
                    compilationMillis - before.compilationMillis);
        }
    }

    Scrape scrape() throws IOException {
        return Scrape.of(metrics);
    }

    Background background() throws IOException {
        String[] said = process.ask("background").split(" ", -1);
        return new Background(Long.parseLong(said[0]), Long.parseLong(said[1]), Long.parseLong(said[2]));
    }

    /** Bytes that are left after a collection. */
    long heap() throws IOException {
        return Long.parseLong(process.ask("heap"));
    }

    /** By name. */
    List<String> threads() throws IOException {
        return List.of(process.ask("threads").split("\t", -1));
    }

    /** At least so long, and until the compilers have nearly nothing left to do. */
    void warmUp(Duration least, Duration longest) throws IOException, InterruptedException {
        long compiling = Long.MAX_VALUE;
        for (long passed = 0;
                passed < least.toSeconds() || compiling > STILL_COMPILING_MILLIS && passed < longest.toSeconds();
                passed += SCRAPE_SECONDS) {
            Background before = background();
            TimeUnit.SECONDS.sleep(SCRAPE_SECONDS);
            scrape();
            compiling = background().minus(before).compilationMillis();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
