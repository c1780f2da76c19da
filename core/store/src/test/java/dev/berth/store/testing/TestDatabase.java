package dev.berth.store.testing;

import dev.berth.store.Migrations;
import dev.berth.store.RolePasswords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database on a real PostgreSQL that all tests of this JVM share. */
public final class TestDatabase {

    /** What the three roles log in with. */
    public static final RolePasswords PASSWORDS =
            new RolePasswords("owner's secret", "outer's \"secret\"", "inner's \\secret");

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Makes a database of its own for a test class. */
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection superuser = Server.POSTGRES.getPostgresDatabase().getConnection()) {
            Migrations.createDatabase(superuser, name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database " + name, e);
        }
        TestDatabase database = new TestDatabase(name);
        Migrations.migrate(database.url(), PASSWORDS.owner());
        return database;
    }

    /** Returns its JDBC address, without user and password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    /** Returns connections as Outer. */
    public DataSource outer() {
        return as(Migrations.OUTER, PASSWORDS.outer());
    }

    /** Returns connections as Inner. */
    public DataSource inner() {
        return as(Migrations.INNER, PASSWORDS.inner());
    }

    /** Returns connections as the owner of the tables. */
    public DataSource owner() {
        return as(Migrations.OWNER, PASSWORDS.owner());
    }

    /** Returns connections as somebody who may do everything. */
    public DataSource superuser() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    private DataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        source.setPassword(password);
        // it shows values, which may be secret
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Starts with the first use, and ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static final String ACCESS =
                """
                host all postgres all trust
                host all all all scram-sha-256
                """;

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("password_encryption", "scram-sha-256")
                                .start();
                try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
                    askForPasswords(superuser);
                    Migrations.createRoles(superuser, PASSWORDS);
                }
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start PostgreSQL", e);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot create the roles", e);
            }
        }

        // it comes up trusting everybody
        private static void askForPasswords(Connection superuser) throws SQLException, IOException {
            try (Statement statement = superuser.createStatement()) {
                try (ResultSet rows = statement.executeQuery("SHOW hba_file")) {
                    rows.next();
                    Files.writeString(Path.of(rows.getString(1)), ACCESS);
                }
                statement.execute("SELECT pg_reload_conf()");
            }
        }
    }
}
