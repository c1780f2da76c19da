package dev.berth.store.sql;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs the SQL that JPA cannot say, on the connection of a transaction. */
public record Sql(Connection connection) {

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds a value that only the connection can make. */
    @FunctionalInterface
    public interface Bound {
        void to(PreparedStatement statement, int index) throws SQLException;
    }

    /** Runs what returns nothing, and returns how many rows it changed. */
    public int update(String text, Object... values) {
        try (PreparedStatement statement = prepare(text, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs what returns rows, and returns them. */
    public <T> List<T> query(String text, Reader<T> reader, Object... values) {
        try (PreparedStatement statement = prepare(text, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns the first row of what returns rows. */
    public <T> Optional<T> first(String text, Reader<T> reader, Object... values) {
        return query(text, reader, values).stream().findFirst();
    }

    /** Has other transactions that lock the same wait until this one ends. */
    public void lock(String what) {
        var _ = query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, what);
    }

    private PreparedStatement prepare(String text, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case Optional<?> optional when optional.isPresent() ->
                    bind(statement, index, optional.get());
            case OptionalInt optional when optional.isPresent() ->
                    statement.setInt(index, optional.getAsInt());
            case OptionalLong optional when optional.isPresent() ->
                    statement.setLong(index, optional.getAsLong());
            case Optional<?> _, OptionalInt _, OptionalLong _ ->
                    statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setTimestamp(index, Timestamp.from(instant));
            case Bound bound -> bound.to(statement, index);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }

    static PersistenceException failed(SQLException e) {
        return new PersistenceException("the database refused a statement", e);
    }
}
