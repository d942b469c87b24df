package io.rungwatch.store;

import io.rungwatch.duty.Message;
import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.Undelivered;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the alert log. Each message brings the whole row as it is then, so that hearing one twice, or only the last, ends in the same
 * row. On a thread of its own: SQLite blocks in native code, and the other notifiers' threads must not wait for that.
 */
public final class AlertLogWriter implements Notifier {
    private static final int LONGEST_SECONDS = 20;
    private static final String KEY = "alert_id, probe_id";
    private static final String UPSERT = "INSERT INTO alert_log (" + AlertRow.COLUMNS + ") VALUES ("
            + columns(column -> "?") + ") ON CONFLICT (" + KEY + ") DO UPDATE SET "
            + columns(column -> column + " = excluded." + column);

    private final Database database;
    private final Link link;
    private final String probe;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread own = new Thread(work, "rungwatch-alert-log");
        own.setDaemon(true);
        return own;
    });
    private Future<?> running = CompletableFuture.completedFuture(null);

    AlertLogWriter(Database database, String probe) {
        this.database = database;
        this.link = new Link(database);
        this.probe = probe;
    }

    private static String columns(UnaryOperator<String> each) {
        return Arrays.stream(AlertRow.COLUMNS.split(", *", -1)).map(each).collect(Collectors.joining(", "));
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        if (!running.isDone()) {
            throw Undelivered.failed(database.name() + " still does not answer; check that it runs");
        }
        if (thread.isShutdown()) {
            throw Undelivered.failed("the probe ends; told again after its next start");
        }
        AlertRow row = AlertRow.of(message, probe);
        running = thread.submit(() -> write(row));
        try {
            running.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Undelivered.failed(
                    database.name() + " has not answered for " + LONGEST_SECONDS + " s; check that it runs");
        } catch (ExecutionException e) {
            throw undelivered(e.getCause());
        }
    }

    private static Undelivered undelivered(@Nullable Throwable why) {
        if (why instanceof Unusable unusable) {
            return unusable.isRowsFault() ? Undelivered.refused(unusable.what()) : Undelivered.failed(unusable.what());
        }
        return Undelivered.failed(why + "; a bug of the probe: report it");
    }

    private int write(AlertRow row) throws Unusable {
        return link.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                row.write(new Values(statement, link.dialect()));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(link::close);
            thread.shutdown();
        }
    }
}
