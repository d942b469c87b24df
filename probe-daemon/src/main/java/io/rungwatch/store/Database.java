package io.rungwatch.store;

import io.rungwatch.config.StoreSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the history is. Every wait for it is bounded: see {@link Dialect}. */
class Database {
    private static final String FILE = "jdbc:sqlite:";

    private final Dialect dialect;
    private final String url;
    private final Properties properties;

    /** @param folder that a file is looked for in */
    Database(StoreSettings settings, Path folder) {
        dialect = Dialect.of(settings.url());
        url = dialect == Dialect.SQLITE
                ? FILE + folder.resolve(settings.url().substring(FILE.length()))
                : settings.url();
        properties = dialect.properties();
        settings.user().ifPresent(user -> properties.put("user", user));
        settings.password().ifPresent(password -> properties.put("password", password));
    }

    Dialect dialect() {
        return dialect;
    }

    /** For people. */
    String name() {
        String address = url.substring(url.indexOf(':', "jdbc:".length()) + 1);
        int query = address.indexOf('?');
        return dialect == Dialect.SQLITE
                ? "SQLite file " + address
                : "PostgreSQL at " + (query < 0 ? address : address.substring(0, query)).substring("//".length());
    }

    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties);
        try {
            dialect.prepare(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
