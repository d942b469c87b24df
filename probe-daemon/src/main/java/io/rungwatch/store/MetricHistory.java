package io.rungwatch.store;

import java.time.Instant;
import java.util.List;

/** The metrics, read back, oldest first. Asks the database: not on an event loop. */
public final class MetricHistory {
    /** A week of minutes, and some. */
    public static final int MOST = 12_000;

    private static final String SPAN = "channel_id = ? AND time >= ? AND time < ?";
    private static final String ORDER = " ORDER BY time, probe_id LIMIT " + MOST;

    private final Database database;

    MetricHistory(Database database) {
        this.database = database;
    }

    /** Of one layer. */
    public List<CdnRow> cdn(String channel, String layer, Instant since, Instant until) throws Unusable {
        return select(
                CdnRow.TABLE,
                SPAN + " AND cdn_layer = ?" + ORDER,
                values -> values.text(channel).time(since).time(until).text(layer));
    }

    /** Of the first layer. */
    public List<PackagerRow> packager(String channel, Instant since, Instant until) throws Unusable {
        return select(
                PackagerRow.TABLE,
                SPAN + ORDER,
                values -> values.text(channel).time(since).time(until));
    }

    private <R extends Row<R>> List<R> select(Table<R> table, String condition, Table.Arguments arguments)
            throws Unusable {
        try (Link link = new Link(database)) {
            return link.read(connection -> table.select(condition, arguments, connection, link.dialect()));
        }
    }
}
