package io.rungwatch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** All in which the two databases differ. */
enum Dialect {
    /** Times are ISO-8601 in UTC to the second: sorted as text they are sorted by time. */
    SQLITE(Map.of(
            "journal_mode", "WAL", "synchronous", "NORMAL", "busy_timeout", "5000", "transaction_mode", "IMMEDIATE")) {
        @Override
        void set(PreparedStatement statement, int column, Instant time) throws SQLException {
            statement.setString(column, time.truncatedTo(ChronoUnit.SECONDS).toString());
        }

        @Override
        Optional<Instant> time(ResultSet rows, int column) throws SQLException {
            return Optional.ofNullable(rows.getString(column)).map(Instant::parse);
        }

        @Override
        void prepare(Connection connection) {}

        // Every transaction of ours already is.
        @Override
        boolean alone(Connection connection) {
            return true;
        }

        @Override
        void takeTurn(Connection connection) {}
    },

    POSTGRES(Map.of(
            "connectTimeout", "5",
            "loginTimeout", "10",
            "socketTimeout", "15",
            "tcpKeepAlive", "true",
            "ApplicationName", "rungwatch")) {
        @Override
        void set(PreparedStatement statement, int column, Instant time) throws SQLException {
            statement.setObject(column, time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        }

        @Override
        Optional<Instant> time(ResultSet rows, int column) throws SQLException {
            return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }

        // By statements and not by options of the connection: those PgBouncer refuses.
        @Override
        void prepare(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET statement_timeout = '10s'");
                statement.execute("SET lock_timeout = '5s'");
            }
        }

        @Override
        void takeTurn(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + OURS + ")");
            }
        }

        @Override
        boolean alone(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + OURS + ")")) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    };

    /** "rungwatch" among the locks of whoever else uses that database. */
    private static final long OURS = 0x72756e6777617463L;

    private final Map<String, String> properties;

    Dialect(Map<String, String> properties) {
        this.properties = properties;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRES : SQLITE;
    }

    Properties properties() {
        Properties all = new Properties();
        all.putAll(properties);
        return all;
    }

    abstract void set(PreparedStatement statement, int column, Instant time) throws SQLException;

    abstract Optional<Instant> time(ResultSet rows, int column) throws SQLException;

    /** What each connection begins with. */
    abstract void prepare(Connection connection) throws SQLException;

    /** Within a transaction: whether no other probe changes the schema or tidies up until it ends. */
    abstract boolean alone(Connection connection) throws SQLException;

    /** Likewise, after waiting for it: for as long as for any other lock. */
    abstract void takeTurn(Connection connection) throws SQLException;

    void set(PreparedStatement statement, int column, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            set(statement, column, time.get());
        } else {
            statement.setNull(column, this == SQLITE ? Types.VARCHAR : Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }
}
