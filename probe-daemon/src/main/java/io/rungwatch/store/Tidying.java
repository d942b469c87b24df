package io.rungwatch.store;

import io.rungwatch.config.StoreSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Old rows become few, and in the end none; a little at a time, so that nobody waits for a lock. All probes' rows: some are no more. */
final class Tidying {
    static final int HOUR = 3600;

    private static final List<Table<?>> METRICS = List.of(PackagerRow.TABLE, CdnRow.TABLE);
    private static final int CHANNELS = 10;
    /** As the index says it, or the index is of no use. */
    private static final String FINE = "span_sec < " + HOUR;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final StoreSettings settings;
    private Instant next = Instant.MIN;

    Tidying(StoreSettings settings) {
        this.settings = settings;
    }

    /** One step, where one is due; whether the database was asked. */
    boolean step(Link link, Instant now) throws Unusable {
        if (now.isBefore(next)) {
            return false;
        }
        boolean done = link.transaction(
                connection -> !link.dialect().alone(connection) || !step(connection, link.dialect(), now));
        if (done) {
            next = now.plus(PAUSE);
        }
        return true;
    }

    /** Whether there was something to do. */
    private boolean step(Connection connection, Dialect dialect, Instant now) throws SQLException {
        Instant fine = now.minus(settings.full()).truncatedTo(ChronoUnit.HOURS);
        boolean some = delete("alert_log", now.minus(settings.keepAlerts()), Duration.ofDays(1), connection, dialect);
        for (Table<?> table : METRICS) {
            some |= delete(table.name(), now.minus(settings.keep()), PAUSE, connection, dialect);
            some |= fold(table, fine, connection, dialect);
        }
        return some;
    }

    /** What begins in the first such piece of time that is over. */
    private static boolean delete(String table, Instant before, Duration piece, Connection connection, Dialect dialect)
            throws SQLException {
        Optional<Instant> oldest = oldest(table, "time < ?", before, connection, dialect);
        if (oldest.isEmpty()) {
            return false;
        }
        Instant end = oldest.get().plus(piece);
        String sql = "DELETE FROM " + table + " WHERE time < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Values(statement, dialect).time(end.isBefore(before) ? end : before);
            statement.executeUpdate();
        }
        return true;
    }

    private static Optional<Instant> oldest(
            String table, String condition, Instant before, Connection connection, Dialect dialect)
            throws SQLException {
        String sql = "SELECT min(time) FROM " + table + " WHERE " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Values(statement, dialect).time(before);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? dialect.time(rows, 1) : Optional.empty();
            }
        }
    }

    /** Of the oldest hour that is due, the rows of a few channels. */
    private static <R extends Row<R>> boolean fold(
            Table<R> table, Instant before, Connection connection, Dialect dialect) throws SQLException {
        Optional<Instant> oldest = oldest(table.name(), FINE + " AND time < ?", before, connection, dialect);
        if (oldest.isEmpty()) {
            return false;
        }
        Instant hour = oldest.get().truncatedTo(ChronoUnit.HOURS);
        for (String channel : few(table, oldest.get(), connection, dialect)) {
            fold(table, channel, hour, connection, dialect);
        }
        return true;
    }

    private static <R extends Row<R>> void fold(
            Table<R> table, String channel, Instant hour, Connection connection, Dialect dialect) throws SQLException {
        String those = "channel_id = ? AND time >= ? AND time < ? AND " + FINE;
        Table.Arguments are = values -> values.text(channel).time(hour).time(hour.plusSeconds(HOUR));
        List<R> rows = table.select(those + " ORDER BY time", are, connection, dialect);
        table.insert(hourly(rows, hour), connection, dialect);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + table.name() + " WHERE " + those)) {
            are.of(new Values(statement, dialect));
            statement.executeUpdate();
        }
    }

    /** Some that have a row then. */
    private static List<String> few(Table<?> table, Instant then, Connection connection, Dialect dialect)
            throws SQLException {
        String sql = "SELECT DISTINCT channel_id FROM " + table.name() + " WHERE " + FINE
                + " AND time = ? ORDER BY channel_id LIMIT " + CHANNELS;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Values(statement, dialect).time(then);
            List<String> channels = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    channels.add(rows.getString(1));
                }
            }
            return channels;
        }
    }

    private static <R extends Row<R>> List<R> hourly(List<R> rows, Instant hour) {
        Map<Row.Place, R> sums = new LinkedHashMap<>();
        for (R row : rows) {
            sums.merge(row.place(), row.over(hour, HOUR), (sum, more) -> sum.with(more));
        }
        return new ArrayList<>(sums.values());
    }
}
