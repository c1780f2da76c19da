package dev.berth.store.rotation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps a second rotation from beginning; ends with its connection at the latest. */
record RotationLock(Connection connection) implements AutoCloseable {

    private static final String TAKE = "SELECT pg_try_advisory_lock(hashtext('config key'))";
    private static final String FREE = "SELECT pg_advisory_unlock(hashtext('config key'))";

    static RotationLock take(Connection connection) throws SQLException {
        RotationLock lock = new RotationLock(connection);
        if (!lock.says(TAKE)) {
            throw new IllegalStateException(
                    "cannot rotate the config key: another rotation goes on; wait for its end");
        }
        return lock;
    }

    private boolean says(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        says(FREE);
    }
}
