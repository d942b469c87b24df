package io.rungwatch.evidence;

import io.rungwatch.alert.Alert;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the recorder has of an alert when it is raised, and writes it to disk while the polls go on. */
public final class Evidence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    /** In a great outage the evidence of some tells the others' too. */
    private static final int WAITING = 200;

    private static final Duration LAST_ONES = Duration.ofSeconds(5);

    private final Recorder recorder;
    private final EvidenceFiles files;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            // Not a virtual one: it computes for long, and those who tell somebody something must not wait for it.
            Thread.ofPlatform().name("evidence").daemon().factory(),
            (job, pool) -> LOG.warn("evidence of an alert is not kept: {} others wait to be written", WAITING));

    public Evidence(Recorder recorder, EvidenceFiles files) {
        this.recorder = recorder;
        this.files = files;
    }

    /**
     * To be called when it is raised, on any thread: takes no time.
     *
     * @param id that it is asked for by later
     */
    public void keep(String id, Alert alert) {
        recorder.capture(alert).ifPresent(recording -> writer.execute(() -> write(id, recording)));
    }

    private void write(String id, Recording recording) {
        try {
            files.write(id, Har.of(recording, files.bounds().file()));
        } catch (IOException e) {
            LOG.error("evidence of {} cannot be written: check its folder, and whether the disk is full", id, e);
        } catch (RuntimeException e) {
            LOG.error("evidence of {} cannot be made (a bug of the probe)", id, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(LAST_ONES.toMillis(), TimeUnit.MILLISECONDS)) {
            writer.shutdownNow();
        }
    }
}
