package io.rungwatch.outbox;

import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The file in which messages stand before they are sent, how far each receiver is, and what is open. Local whatever the history database
 * is: no alert waits for a server. One thread writes; SQLite makes each page all or nothing, and on disk when `write` returns.
 */
final class Journal implements AutoCloseable {
    /** Of what stands in it; another one when this program would misread it. */
    static final int VERSION = 1;

    private static final List<String> SETTINGS =
            List.of("pragma journal_mode=wal", "pragma synchronous=full", "pragma busy_timeout=2000");

    private static final List<String> TABLES = List.of(
            "create table if not exists entry (number integer primary key, receivers text not null, body text not null)",
            "create table if not exists cursor (receiver text primary key, number integer not null)",
            "create table if not exists memory (key text primary key, body text not null)");

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Connection connection;
    /** Over a restart. */
    private final boolean kept;

    private Journal(Connection connection, boolean kept) {
        this.connection = connection;
        this.kept = kept;
    }

    static Journal open(Path file) throws SQLException {
        return open("jdbc:sqlite:" + file);
    }

    /** Until the next start only: where there is no other way to tell anybody anything. */
    static Journal inMemory() throws SQLException {
        return open("jdbc:sqlite::memory:");
    }

    boolean isKept() {
        return kept;
    }

    private static Journal open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            check(statement);
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("pragma user_version=" + VERSION);
            connection.setAutoCommit(false);
            return new Journal(connection, !url.contains(":memory:"));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Better no journal than one that is misread: what is not understood in it would be taken for done. */
    private static void check(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("pragma user_version")) {
            if (version.next() && version.getInt(1) > VERSION) {
                throw new SQLException("it is of version " + version.getInt(1) + ", this rungwatch knows " + VERSION
                        + "; the newer rungwatch reads it");
            }
        }
    }

    /** @param delivered what every receiver has, up to here, is not needed any more */
    synchronized void write(Page page, Map<String, Long> cursors, Set<String> gone, long delivered)
            throws SQLException {
        try {
            entries(page.entries());
            memory(page.memory());
            cursors(cursors);
            forgetReceivers(gone);
            forget(delivered);
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    private void entries(List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert or replace into entry values (?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setLong(1, entry.number());
                insert.setString(2, String.join(" ", entry.to()));
                insert.setString(3, Json.write(entry.message()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void memory(Map<String, Optional<String>> changes) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("insert or replace into memory values (?, ?)");
                PreparedStatement drop = connection.prepareStatement("delete from memory where key = ?")) {
            for (Map.Entry<String, Optional<String>> change : changes.entrySet()) {
                PreparedStatement statement = change.getValue().isPresent() ? put : drop;
                statement.setString(1, change.getKey());
                if (change.getValue().isPresent()) {
                    put.setString(2, change.getValue().get());
                }
                statement.executeUpdate();
            }
        }
    }

    private void cursors(Map<String, Long> cursors) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("insert or replace into cursor values (?, ?)")) {
            for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
                put.setString(1, cursor.getKey());
                put.setLong(2, cursor.getValue());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private void forget(long upTo) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("delete from entry where number <= ?")) {
            drop.setLong(1, upTo);
            drop.executeUpdate();
        }
    }

    /** Of those that are configured no more: when one of that name comes back it starts anew. */
    private void forgetReceivers(Set<String> names) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("delete from cursor where receiver = ?")) {
            for (String name : names) {
                drop.setString(1, name);
                drop.executeUpdate();
            }
        }
    }

    synchronized List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number, receivers, body from entry order by number")) {
            while (rows.next()) {
                entry(rows).ifPresent(entries::add);
            }
        }
        connection.rollback();
        return entries;
    }

    /** What another version wrote, or a damaged disk, costs this message and not the probe. */
    private static Optional<Entry> entry(ResultSet row) throws SQLException {
        String body = row.getString(3);
        try {
            return Optional.of(new Entry(
                    row.getLong(1),
                    Json.read(body, Message.class),
                    List.of(row.getString(2).split(" ", -1))));
        } catch (JacksonException e) {
            LOG.error("a message of the journal cannot be read and is lost: {}", body, e);
            return Optional.empty();
        }
    }

    synchronized Map<String, Long> cursors() throws SQLException {
        Map<String, Long> cursors = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select receiver, number from cursor")) {
            while (rows.next()) {
                cursors.put(rows.getString(1), rows.getLong(2));
            }
        }
        connection.rollback();
        return cursors;
    }

    synchronized Map<String, String> memory() throws SQLException {
        Map<String, String> memory = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key, body from memory order by rowid")) {
            while (rows.next()) {
                memory.put(rows.getString(1), rows.getString(2));
            }
        }
        connection.rollback();
        return memory;
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            begin(cause);
        }
    }

    /** A full disk has ended the transaction already, and the driver begins no other: each statement would be one, and no page ever written. */
    private void begin(SQLException cause) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
