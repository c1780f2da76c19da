package dev.berth.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the control plane, and the three roles that use it. */
record Database(int port, Secrets secrets) {

    private static final String NAME = "berth";
    private static final String OWNER = "berth_owner";

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

    /** Makes roles and database, and sets the passwords to those of the secrets. Idempotent. */
    void prepare() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            role(connection, OWNER, Secrets.OWNER);
            role(connection, "berth_outer", Secrets.OUTER);
            role(connection, "berth_inner", Secrets.INNER);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", NAME)) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
            }
            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO berth_outer, berth_inner");
        } catch (SQLException failure) {
            throw new LauncherException(
                    "cannot make the database '%s' at port %d: %s"
                            .formatted(NAME, port, failure.getMessage()),
                    failure);
        }
    }

    void migrate(Migrations migrations) {
        migrations.migrate(
                url(),
                secrets.value(Secrets.OWNER),
                secrets.value(Secrets.OUTER),
                secrets.value(Secrets.INNER));
    }

    private void role(Connection connection, String role, String secret) throws SQLException {
        boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
        try (Statement statement = connection.createStatement()) {
            // no parameters in utility statements; a secret is base64url and needs no quoting
            statement.execute(
                    "%s ROLE %s LOGIN PASSWORD '%s'"
                            .formatted(known ? "ALTER" : "CREATE", role, secrets.value(secret)));
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
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
