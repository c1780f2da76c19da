package dev.berth.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The columns of one row, by name. */
record Columns(ResultSet row) {

    String text(String name) throws SQLException {
        return row.getString(name);
    }

    Optional<String> optionalText(String name) throws SQLException {
        return Optional.ofNullable(row.getString(name));
    }

    int whole(String name) throws SQLException {
        return row.getInt(name);
    }

    OptionalInt optionalWhole(String name) throws SQLException {
        int value = row.getInt(name);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    long number(String name) throws SQLException {
        return row.getLong(name);
    }

    OptionalLong optionalNumber(String name) throws SQLException {
        long value = row.getLong(name);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    boolean flag(String name) throws SQLException {
        return row.getBoolean(name);
    }

    byte[] bytes(String name) throws SQLException {
        return row.getBytes(name);
    }

    Optional<byte[]> optionalBytes(String name) throws SQLException {
        return Optional.ofNullable(row.getBytes(name));
    }

    UUID id(String name) throws SQLException {
        return row.getObject(name, UUID.class);
    }

    Instant moment(String name) throws SQLException {
        return row.getTimestamp(name).toInstant();
    }

    Optional<Instant> optionalMoment(String name) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(name)).map(Timestamp::toInstant);
    }
}
