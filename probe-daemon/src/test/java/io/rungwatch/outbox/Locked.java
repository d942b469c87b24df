package io.rungwatch.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Somebody else writes a database and does not come to an end. */
final class Locked implements AutoCloseable {
    private final Connection connection;

    static Locked of(Path file) throws SQLException {
        return new Locked(file, "pragma busy_timeout=5000");
    }

    /** Nobody may read it either. */
    static Locked forAll(Path file) throws SQLException {
        return new Locked(file, "pragma locking_mode=exclusive");
    }

    private Locked(Path file, String setting) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
            statement.execute("begin immediate");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
