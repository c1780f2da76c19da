package dev.berth.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether the database answers. Safe for use by several threads. */
public record DatabaseProbe(DataSource dataSource) {

    private static final int SECONDS = 2;

    /** Returns whether it does, within about two seconds. */
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
