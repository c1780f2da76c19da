package dev.berth.standalone;

import dev.berth.store.Migrations;
import dev.berth.store.RolePasswords;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the control plane. */
record Database(int port, Secrets secrets) {

    private static final String NAME = "berth";

    String url() {
        return url(NAME);
    }

    /** Returns whether PostgreSQL takes connections. */
    boolean answers() {
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    /** Makes roles, database and tables, with the passwords of the secrets. Idempotent. */
    void prepare() {
        try (Connection connection = superuser("postgres")) {
            Migrations.createRoles(
                    connection,
                    new RolePasswords(
                            secrets.value(Secrets.OWNER),
                            secrets.value(Secrets.OUTER),
                            secrets.value(Secrets.INNER)));
            Migrations.createDatabase(connection, NAME);
        } catch (SQLException failure) {
            throw new LauncherException(
                    "cannot log in to PostgreSQL at port %d: %s"
                            .formatted(port, failure.getMessage()),
                    failure);
        }
        Migrations.migrate(url(), secrets.value(Secrets.OWNER));
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=2&socketTimeout=30",
                Postgres.SUPERUSER,
                secrets.value(Secrets.SUPERUSER));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
