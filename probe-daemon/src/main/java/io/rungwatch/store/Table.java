package io.rungwatch.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of metrics: how its rows are written and read. */
record Table<R extends Row<R>>(String name, String columns, Writer<R> writer, Reader<R> reader) {
    interface Writer<R> {
        void write(R row, Values values) throws SQLException;
    }

    interface Reader<R> {
        R read(Fields fields) throws SQLException;
    }

    interface Arguments {
        void of(Values values) throws SQLException;
    }

    /** What is there already stays: it was written before the answer to a commit was lost. */
    void insert(List<R> rows, Connection connection, Dialect dialect) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(columns.split(",", -1).length, "?"));
        String sql = "INSERT INTO " + name + " (" + columns + ") VALUES (" + marks + ") ON CONFLICT DO NOTHING";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (R row : rows) {
                writer.write(row, new Values(statement, dialect));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** @param condition behind WHERE, with an order and a limit where wanted */
    List<R> select(String condition, Arguments arguments, Connection connection, Dialect dialect) throws SQLException {
        String sql = "SELECT " + columns + " FROM " + name + " WHERE " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            arguments.of(new Values(statement, dialect));
            List<R> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(new Fields(rows, dialect)));
                }
            }
            return found;
        }
    }
}
