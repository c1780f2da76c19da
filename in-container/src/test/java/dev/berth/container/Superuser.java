package dev.berth.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Changes rows as nobody else may: what Inner, or time, would do. */
final class Superuser {

    private Superuser() {}

    /** Runs a statement with {@code arguments} for its question marks. */
    static void update(String sql, Object... arguments) {
        try (Connection superuser = TestServer.get().database().superuser().getConnection();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
