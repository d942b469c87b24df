package io.rungwatch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The columns of a row that was found, one after the other: as {@link Values} wrote them. */
final class Fields {
    private final ResultSet rows;
    private final Dialect dialect;
    private int column;

    Fields(ResultSet rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    String text() throws SQLException {
        return Optional.ofNullable(rows.getString(++column)).orElse("");
    }

    Optional<Instant> maybeTime() throws SQLException {
        return dialect.time(rows, ++column);
    }

    Instant time() throws SQLException {
        return maybeTime().orElse(Instant.EPOCH);
    }

    long count() throws SQLException {
        return rows.getLong(++column);
    }

    int number() throws SQLException {
        int value = rows.getInt(++column);
        return rows.wasNull() ? Fold.UNKNOWN : value;
    }

    double figure() throws SQLException {
        double value = rows.getDouble(++column);
        return rows.wasNull() ? Double.NaN : value;
    }
}
