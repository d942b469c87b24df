package io.rungwatch.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else writes a database and does not come to an end. */
final class Locked implements AutoCloseable {
    private final Connection connection;

    private Locked(Connection connection) {
        this.connection = connection;
    }

    static Locked of(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout=5000");
            statement.execute("begin immediate");
        }
        return new Locked(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
