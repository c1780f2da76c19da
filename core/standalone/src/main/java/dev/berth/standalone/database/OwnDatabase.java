package dev.berth.standalone.database;

import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.home.Secrets;
import dev.berth.store.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database on the PostgreSQL that the launcher has started. */
public record OwnDatabase(int port, Secrets secrets) implements Database {

    private static final String NAME = "berth";

    @Override
    public String url() {
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

    @Override
    public void prepare() {
        try (Connection connection = superuser("postgres")) {
            Migrations.createRoles(connection, Database.passwords(secrets));
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
