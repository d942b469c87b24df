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

/**
 * The file in which messages stand before they are sent, how far each receiver is, and what is open. Local whatever the history database
 * is: no alert waits for a server. One thread writes; SQLite makes each page all or nothing, and on disk when `write` returns.
 */
final class Journal implements AutoCloseable {
    private static final List<String> SETTINGS =
            List.of("pragma journal_mode=wal", "pragma synchronous=full", "pragma busy_timeout=2000");

    private static final List<String> TABLES = List.of(
            "create table if not exists entry (number integer primary key, receivers text not null, body text not null)",
            "create table if not exists cursor (receiver text primary key, number integer not null)",
            "create table if not exists memory (key text primary key, body text not null)");

    private final Connection connection;

    private Journal(Connection connection) {
        this.connection = connection;
    }

    static Journal open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String table : TABLES) {
                statement.execute(table);
            }
            connection.setAutoCommit(false);
            return new Journal(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** @param delivered what every receiver has, up to here, is not needed any more */
    synchronized void write(Page page, Map<String, Long> cursors, long delivered) throws SQLException {
        try {
            entries(page.entries());
            memory(page.memory());
            cursors(cursors);
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

    /** A receiver that is configured no more: when one of that name comes back it starts anew. */
    synchronized void forgetReceiver(String name) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("delete from cursor where receiver = ?")) {
            drop.setString(1, name);
            drop.executeUpdate();
            connection.commit();
        }
    }

    synchronized List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number, receivers, body from entry order by number")) {
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getLong(1),
                        Json.read(rows.getString(3), Message.class),
                        List.of(rows.getString(2).split(" ", -1))));
            }
        }
        connection.rollback();
        return entries;
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
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
