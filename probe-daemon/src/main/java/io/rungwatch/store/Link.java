package io.rungwatch.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, of one thread: opened when it is needed, and again after it failed. Behind it the schema is the right one. */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Database database;
    private @Nullable Connection open;

    Link(Database database) {
        this.database = database;
    }

    Dialect dialect() {
        return database.dialect();
    }

    /** All of it or nothing. When the answer to a commit is lost, nobody knows which: what is written must bear being written again. */
    <T> T transaction(Work<T> work) throws Unusable {
        return read(connection -> {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        });
    }

    <T> T read(Work<T> work) throws Unusable {
        try {
            return work.on(connection());
        } catch (SQLException e) {
            close();
            throw Unusable.of(e, database);
        } catch (RuntimeException | Unusable e) {
            close();
            throw e;
        }
    }

    /** Whether it had to be opened just now. */
    boolean reach() throws Unusable {
        boolean closed = open == null;
        return read(connection -> closed);
    }

    private Connection connection() throws SQLException, Unusable {
        Connection known = open;
        if (known == null) {
            known = database.open();
            open = known;
            Migrations.run(known, database);
        }
        return known;
    }

    @Override
    public void close() {
        Connection known = open;
        open = null;
        if (known != null) {
            try {
                known.close();
            } catch (SQLException e) {
                LOG.debug("a connection to {} did not close", database.name(), e);
            }
        }
    }
}
