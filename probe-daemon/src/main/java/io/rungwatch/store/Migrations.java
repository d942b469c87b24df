package io.rungwatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The schema, by numbered files that are run once each, in order, each in a transaction of its own. Both databases run the same ones. What
 * was released is never edited: the next number changes it.
 */
final class Migrations {
    static final List<String> FILES = List.of("001_metrics.sql", "002_alert_log.sql", "003_alert_state.sql");

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, file text NOT NULL)";
    private static final int UNDEFINED = 0;

    private Migrations() {}

    static void run(Connection connection, Database database) throws SQLException, Unusable {
        run(connection, database, FILES.size());
    }

    static void run(Connection connection, Database database, int until) throws SQLException, Unusable {
        for (int next = version(connection, database) + 1; next <= until; next++) {
            step(connection, database, next);
        }
    }

    /** Two probes may start at once: who comes second finds it done. */
    private static void step(Connection connection, Database database, int next) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            database.dialect().takeTurn(connection);
            statement.execute(TABLE);
            if (!isDone(connection, next)) {
                for (String sql : statements(FILES.get(next - 1))) {
                    statement.execute(sql);
                }
                done(connection, next);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** One that this program does not know must not be written to: its rules are others. */
    private static int version(Connection connection, Database database) throws SQLException, Unusable {
        int version = version(connection);
        if (version > FILES.size()) {
            throw Unusable.because(
                    "its tables are of version " + version + ", this rungwatch knows " + FILES.size()
                            + "; run the newer rungwatch, or name another database in store.url",
                    database);
        }
        return version;
    }

    static int version(Connection connection) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "schema_version", new String[] {"TABLE"})) {
            if (!tables.next()) {
                return UNDEFINED;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("SELECT max(version) FROM schema_version")) {
            return newest.next() ? newest.getInt(1) : UNDEFINED;
        }
    }

    private static boolean isDone(Connection connection, int version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM schema_version WHERE version = ?")) {
            statement.setInt(1, version);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void done(Connection connection, int version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO schema_version (version, file) VALUES (?, ?)")) {
            statement.setInt(1, version);
            statement.setString(2, FILES.get(version - 1));
            statement.executeUpdate();
        }
    }

    private static List<String> statements(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream("/db/" + file)) {
            if (in == null) {
                throw new IllegalStateException("/db/" + file + " is not in the jar");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.strip().split(";\\s*\\n|;$"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
