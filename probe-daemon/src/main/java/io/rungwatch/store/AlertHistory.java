package io.rungwatch.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alert log, read back. Asks the database: not on an event loop. */
public final class AlertHistory {
    public static final int MOST = 1000;

    /** A group's row names all its channels. */
    private static final String OF_CHANNEL =
            " AND (channel_id = ? OR replace(', ' || channel_id || ',', ', ' || ? || ',', '') <> ', ' || channel_id || ',')";

    private final Database database;

    AlertHistory(Database database) {
        this.database = database;
    }

    /** What was raised since then, newest first. */
    public List<AlertRow> since(Instant since, Optional<String> channel, int limit) throws Unusable {
        String sql = "SELECT " + AlertRow.COLUMNS + " FROM alert_log WHERE time >= ?"
                + channel.map(id -> OF_CHANNEL).orElse("") + " ORDER BY time DESC, alert_id LIMIT "
                + Math.clamp(limit, 1, MOST);
        try (Link link = new Link(database)) {
            return link.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    Values values = new Values(statement, link.dialect()).time(since);
                    if (channel.isPresent()) {
                        values.text(channel.get()).text(channel.get());
                    }
                    List<AlertRow> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(AlertRow.read(new Fields(rows, link.dialect())));
                        }
                    }
                    return found;
                }
            });
        }
    }
}
