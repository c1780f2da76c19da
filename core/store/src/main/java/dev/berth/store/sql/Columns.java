package dev.berth.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The columns of one row, by name. */
public record Columns(ResultSet row) {

    public String text(String name) throws SQLException {
        return row.getString(name);
    }

    public Optional<String> optionalText(String name) throws SQLException {
        return Optional.ofNullable(row.getString(name));
    }

    public int whole(String name) throws SQLException {
        return row.getInt(name);
    }

    public OptionalInt optionalWhole(String name) throws SQLException {
        int value = row.getInt(name);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    public long number(String name) throws SQLException {
        return row.getLong(name);
    }

    public OptionalLong optionalNumber(String name) throws SQLException {
        long value = row.getLong(name);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean flag(String name) throws SQLException {
        return row.getBoolean(name);
    }

    public byte[] bytes(String name) throws SQLException {
        return row.getBytes(name);
    }

    public Optional<byte[]> optionalBytes(String name) throws SQLException {
        return Optional.ofNullable(row.getBytes(name));
    }

    public UUID id(String name) throws SQLException {
        return row.getObject(name, UUID.class);
    }

    public Instant moment(String name) throws SQLException {
        return row.getTimestamp(name).toInstant();
    }

    public Optional<Instant> optionalMoment(String name) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(name)).map(Timestamp::toInstant);
    }
}
