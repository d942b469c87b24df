package io.rungwatch.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alert log, read back. Asks the database: not on an event loop. */
public final class AlertHistory {
    public static final int MOST = 1000;
    /** Groups of a thousand channels are long: a list of them must fit into a small heap. */
    private static final long MOST_TEXT = 4 << 20;

    private static final String SELECT = "SELECT " + AlertRow.COLUMNS + " FROM alert_log WHERE ";

    /** A group's row names all its channels. */
    private static final String OF_CHANNEL =
            " AND (channel_id = ? OR replace(', ' || channel_id || ',', ', ' || ? || ',', '') <> ', ' || channel_id || ',')";

    /** What went on in a group is told by that. */
    private static final String OVER = "probe_id = ? AND resolved_at IS NOT NULL AND (state IS NULL OR state <> '"
            + AlertRow.MERGED + "') ORDER BY resolved_at DESC, alert_id LIMIT ";

    private interface Arguments {
        void of(Values values) throws SQLException;
    }

    private final Database database;
    private final String probe;

    /** @param probe whose alerts `over` and `of` mean: a database may serve several */
    AlertHistory(Database database, String probe) {
        this.database = database;
        this.probe = probe;
    }

    /** What was raised since then by whichever probe, newest first. */
    public List<AlertRow> since(Instant since, Optional<String> channel, int limit) throws Unusable {
        String where = "time >= ?" + channel.map(id -> OF_CHANNEL).orElse("") + " ORDER BY time DESC, alert_id LIMIT "
                + Math.clamp(limit, 1, MOST);
        return select(where, values -> {
            values.time(since);
            if (channel.isPresent()) {
                values.text(channel.get()).text(channel.get());
            }
        });
    }

    /** What is over, what ended last first. */
    public List<AlertRow> over(int limit) throws Unusable {
        return select(OVER + Math.clamp(limit, 1, MOST), values -> values.text(probe));
    }

    /** Whether there may be more than this answer holds. */
    public static boolean isCut(List<AlertRow> answer) {
        return answer.size() >= MOST
                || answer.stream().mapToLong(AlertRow::length).sum() >= MOST_TEXT;
    }

    /** By its id, whatever became of it. */
    public Optional<AlertRow> of(String id) throws Unusable {
        return select("alert_id = ? AND probe_id = ?", values -> values.text(id).text(probe)).stream()
                .findFirst();
    }

    private List<AlertRow> select(String where, Arguments arguments) throws Unusable {
        try (Link link = new Link(database)) {
            return link.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(SELECT + where)) {
                    arguments.of(new Values(statement, link.dialect()));
                    List<AlertRow> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        long text = 0;
                        while (text < MOST_TEXT && rows.next()) {
                            found.add(AlertRow.read(new Fields(rows, link.dialect())));
                            text += found.getLast().length();
                        }
                    }
                    return found;
                }
            });
        }
    }
}
