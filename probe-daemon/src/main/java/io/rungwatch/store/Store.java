package io.rungwatch.store;

import io.rungwatch.config.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The history of the probe, in a database that may be slow, full or dead: polls, alerts and those who are told of them do not notice.
 */
public final class Store implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RowQueue queue;
    private final HistorySink sink;
    private final HistoryWriter writer;
    private final AlertLogWriter alertLog;
    private final AlertHistory alerts;
    private final MetricHistory metrics;

    /**
     * Opens nothing yet.
     *
     * @param folder of the configuration
     * @param trouble hears, on a thread of the store, what is wrong with it and what to do; nothing once it is well again
     */
    public Store(StoreSettings settings, Path folder, InstantSource clock, Consumer<Optional<String>> trouble) {
        this(settings, new Database(settings, folder), clock, trouble, BEAT, RowQueue.MOST);
    }

    Store(
            StoreSettings settings,
            Database database,
            InstantSource clock,
            Consumer<Optional<String>> trouble,
            Duration beat,
            int mostRows) {
        String probe = settings.probe().orElseGet(ProbeName::ofThisHost);
        queue = new RowQueue(mostRows);
        sink = new HistorySink(probe, (int) settings.every().toSeconds(), queue);
        writer = new HistoryWriter(queue, new Link(database), new Tidying(settings), clock, trouble, beat);
        alertLog = new AlertLogWriter(database, probe);
        alerts = new AlertHistory(database, probe);
        metrics = new MetricHistory(database);
    }

    public void start() {
        writer.start();
    }

    public HistorySink history() {
        return sink;
    }

    public AlertLogWriter alertLog() {
        return alertLog;
    }

    public AlertHistory alerts() {
        return alerts;
    }

    public MetricHistory metrics() {
        return metrics;
    }

    public StoreFigures figures() {
        return writer;
    }

    /** When the loops have ended. What waits is still written, if that is a matter of seconds. */
    @Override
    public void close() {
        sink.finish();
        writer.close();
        alertLog.close();
    }
}
