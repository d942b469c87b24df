package io.rungwatch.outbox;

import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.nio.file.Files;
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
import org.jspecify.annotations.Nullable;
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

    /** Of SQLite: what the file itself has nothing to do with. In use, not allowed, no memory, no disk, none that answers, no room. */
    private static final Set<Integer> PASSING = Set.of(3, 5, 6, 7, 8, 10, 13, 14);

    private static final int NOT_OURS = 26;

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** What stands in it. */
    record Content(List<Entry> entries, Map<String, Long> cursors, Map<String, String> memory) {
        static final Content NONE = new Content(List.of(), Map.of(), Map.of());
    }

    private final String url;
    /** Over a restart. */
    private final boolean kept;

    private Content content;
    /** As long as it cannot be written there is none, and each page tries anew. */
    private @Nullable Connection connection;

    private Journal(String url, @Nullable Connection connection, Content content) {
        this.url = url;
        this.kept = !url.contains(":memory:");
        this.connection = connection;
        this.content = content;
    }

    /** Where it can be read only, for the time being, it is read, and written as soon as that can be done. */
    static Journal open(Path file) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        try {
            return open(url);
        } catch (SQLException e) {
            if (!passes(e)) {
                throw e;
            }
            LOG.error("the journal {} cannot be written: {}", file, e.getMessage());
            return new Journal(url, null, readOnly(file));
        }
    }

    /** Until the next start only: where there is no other way to tell anybody anything. */
    static Journal inMemory() throws SQLException {
        return open("jdbc:sqlite::memory:");
    }

    /** Whether the file may be as good as ever. */
    static boolean passes(SQLException trouble) {
        return PASSING.contains(trouble.getErrorCode() & 0xff);
    }

    boolean isKept() {
        return kept;
    }

    /** What stood in it when it was opened, once: it may be much. */
    Content takeContent() {
        Content taken = content;
        content = Content.NONE;
        return taken;
    }

    private static Journal open(String url) throws SQLException {
        Connection connection = connect(url);
        try {
            Content content = read(connection);
            connection.rollback();
            return new Journal(url, connection, content);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            if (version(statement) == 0) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("pragma user_version=" + VERSION);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Without a byte on the disk, so that what is full or in use does not matter. Nothing changes it before we do. */
    private static Content readOnly(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return Content.NONE;
        }
        boolean closed = !Files.isRegularFile(file.resolveSibling(file.getFileName() + "-wal"));
        String how = closed ? "?immutable=1" : "?mode=ro";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + how);
                Statement statement = connection.createStatement()) {
            return version(statement) == 0 ? Content.NONE : read(connection);
        }
    }

    /** 0 of one that is still empty. Better no journal than one that is misread: what is not understood in it would be taken for done. */
    private static int version(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("pragma user_version")) {
            int version = answer.next() ? answer.getInt(1) : 0;
            if (version > VERSION) {
                String what = "it is of version " + version + ", this rungwatch knows " + VERSION
                        + "; the newer rungwatch reads it";
                throw new SQLException(what, null, NOT_OURS);
            }
            return version;
        }
    }

    private static Content read(Connection connection) throws SQLException {
        return new Content(entries(connection), cursors(connection), memory(connection));
    }

    /** @param delivered what every receiver has, up to here, is not needed any more */
    synchronized void write(Page page, Map<String, Long> cursors, Set<String> gone, long delivered)
            throws SQLException {
        Connection to = connection == null ? connect(url) : connection;
        connection = to;
        try {
            entries(to, page.entries());
            memory(to, page.memory());
            cursors(to, cursors);
            forgetReceivers(to, gone);
            forget(to, delivered);
            to.commit();
        } catch (SQLException e) {
            letGo(to, e);
            throw e;
        }
    }

    private static void entries(Connection connection, List<Entry> entries) throws SQLException {
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

    private static void memory(Connection connection, Map<String, Optional<String>> changes) throws SQLException {
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

    private static void cursors(Connection connection, Map<String, Long> cursors) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement("insert or replace into cursor values (?, ?)")) {
            for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
                put.setString(1, cursor.getKey());
                put.setLong(2, cursor.getValue());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static void forget(Connection connection, long upTo) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("delete from entry where number <= ?")) {
            drop.setLong(1, upTo);
            drop.executeUpdate();
        }
    }

    /** Of those that are configured no more: when one of that name comes back it starts anew. */
    private static void forgetReceivers(Connection connection, Set<String> names) throws SQLException {
        try (PreparedStatement drop = connection.prepareStatement("delete from cursor where receiver = ?")) {
            for (String name : names) {
                drop.setString(1, name);
                drop.executeUpdate();
            }
        }
    }

    private static List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select number, receivers, body from entry order by number")) {
            while (rows.next()) {
                entry(rows).ifPresent(entries::add);
            }
        }
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

    private static Map<String, Long> cursors(Connection connection) throws SQLException {
        Map<String, Long> cursors = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select receiver, number from cursor")) {
            while (rows.next()) {
                cursors.put(rows.getString(1), rows.getLong(2));
            }
        }
        return cursors;
    }

    private static Map<String, String> memory(Connection connection) throws SQLException {
        Map<String, String> memory = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key, body from memory order by rowid")) {
            while (rows.next()) {
                memory.put(rows.getString(1), rows.getString(2));
            }
        }
        return memory;
    }

    /** Nothing of this page is there; the next one gets a connection that remembers nothing of a disk that was full or away. */
    private void letGo(Connection failed, SQLException cause) {
        connection = null;
        try {
            failed.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
