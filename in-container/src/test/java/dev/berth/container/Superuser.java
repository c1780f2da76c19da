package dev.berth.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes rows as nobody else may, what Inner, or time, would do; and sees all. */
final class Superuser {

    private Superuser() {}

    /** Returns the number that a query without arguments finds. */
    static long number(String query) {
        try (Connection superuser = TestServer.get().database().superuser().getConnection();
                Statement statement = superuser.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

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
