package dev.berth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the roles, the database and the tables. Everything here is idempotent. */
public final class Migrations {

    /** Owns the tables, and alone may change them. */
    public static final String OWNER = "berth_owner";

    /** What Outer logs in as. */
    public static final String OUTER = "berth_outer";

    /** What Inner logs in as. */
    public static final String INNER = "berth_inner";

    private static final String LOGIN =
            " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    private Migrations() {}

    /** Makes the three roles, or gives them these passwords. */
    public static void createRoles(Connection superuser, RolePasswords passwords) {
        try {
            createRole(superuser, OWNER, passwords.owner());
            createRole(superuser, OUTER, passwords.outer());
            createRole(superuser, INNER, passwords.inner());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the roles of the database", e);
        }
    }

    /** Makes the database {@code name} for the three roles alone; they must exist. */
    public static void createDatabase(Connection superuser, String name) {
        try {
            if (!exists(superuser, "SELECT FROM pg_database WHERE datname = ?", name)) {
                run(superuser, "CREATE DATABASE %I OWNER %I", name, OWNER);
            }
            run(superuser, "REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
            run(superuser, "GRANT CONNECT ON DATABASE %I TO %I, %I", name, OUTER, INNER);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database '" + name + "'", e);
        }
    }

    /** Brings the tables of a database up to date. Several may do so at once: one waits. */
    public static void migrate(String jdbcUrl, String ownerPassword) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(jdbcUrl, OWNER, ownerPassword)
                    .locations("classpath:db/migration")
                    .defaultSchema("public")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new IllegalStateException("cannot migrate the database at " + jdbcUrl, e);
        }
    }

    private static void createRole(Connection superuser, String role, String password)
            throws SQLException {
        boolean there = exists(superuser, "SELECT FROM pg_roles WHERE rolname = ?", role);
        String verb = there ? "ALTER" : "CREATE";
        run(superuser, verb + " ROLE %I" + LOGIN + " PASSWORD %L", role, password);
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Runs what takes no parameters, such as DDL, with names and texts quoted by the server. */
    private static void run(Connection connection, String template, String... arguments)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(quoted(connection, template, arguments));
        }
    }

    private static String quoted(Connection connection, String template, String... arguments)
            throws SQLException {
        String query = "SELECT format(?" + ", ?".repeat(arguments.length) + ")";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, template);
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 2, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
