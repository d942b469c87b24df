package io.rungwatch.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** The values of a statement, one after the other. */
final class Values {
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int column;

    Values(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    Values text(String value) throws SQLException {
        statement.setString(++column, value);
        return this;
    }

    /** Nothing where it is empty. */
    Values word(String value) throws SQLException {
        column++;
        if (value.isEmpty()) {
            statement.setNull(column, Types.VARCHAR);
        } else {
            statement.setString(column, value);
        }
        return this;
    }

    Values time(Instant value) throws SQLException {
        dialect.set(statement, ++column, value);
        return this;
    }

    Values time(Optional<Instant> value) throws SQLException {
        dialect.set(statement, ++column, value);
        return this;
    }

    Values count(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    Values number(int value) throws SQLException {
        column++;
        if (value == Fold.UNKNOWN) {
            statement.setNull(column, Types.INTEGER);
        } else {
            statement.setInt(column, value);
        }
        return this;
    }

    /** Nothing where it is not a number. */
    Values figure(double value) throws SQLException {
        column++;
        if (Double.isNaN(value)) {
            statement.setNull(column, Types.DOUBLE);
        } else {
            statement.setDouble(column, value);
        }
        return this;
    }
}
