package dev.berth.standalone.database;

import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.home.Secrets;
import dev.berth.store.Migrations;
import dev.berth.store.RolePasswords;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The database on a PostgreSQL that the operator runs. */
public record ExternalDatabase(DatabaseUrl login, Secrets secrets) implements Database {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NOT_ALLOWED = "42501";
    private static final String TAKE_SCHEMA = "ALTER SCHEMA public OWNER TO " + Migrations.OWNER;
    private static final String MAINTENANCE = "postgres";

    @Override
    public String url() {
        return login.jdbc(login.database());
    }

    @Override
    public void prepare() {
        try (Connection administrator = administrator()) {
            ServerFacts facts = ServerFacts.of(administrator, login.database());
            LauncherException.refuse(attempt(), facts.problems(login));
            createRoles(administrator, facts);
            Migrations.createDatabase(administrator, login.database());
            if (facts.everybodyCreatesTables()) {
                takeSchema();
            }
            Migrations.migrate(url(), secrets.value(Secrets.OWNER));
        } catch (SQLException | IllegalStateException failure) {
            throw new DatabaseFailure(login).explain(attempt(), failure);
        }
    }

    // nobody but a superuser may give a role that is there its attributes anew, needed or not
    private void createRoles(Connection administrator, ServerFacts facts) throws SQLException {
        if (facts.superuser()) {
            Migrations.createRoles(administrator, Database.passwords(secrets));
            return;
        }
        if (!rolesLogIn()) {
            Migrations.createRoles(administrator, Database.passwords(secrets));
        }
        try (Statement statement = administrator.createStatement()) {
            // to make a database for a role, and grant on it, one has to be its member
            statement.execute("GRANT " + Migrations.OWNER + " TO CURRENT_USER");
        }
    }

    private void takeSchema() throws SQLException {
        try (Connection administrator = administrator(login.database());
                Statement statement = administrator.createStatement()) {
            statement.execute(TAKE_SCHEMA);
        } catch (SQLException failure) {
            if (!NOT_ALLOWED.equals(failure.getSQLState())) {
                throw failure;
            }
            LauncherException.refuse(
                    attempt(),
                    List.of(
                            "before PostgreSQL 15 its roles could make tables there; once, as a superuser in that database: "
                                    + TAKE_SCHEMA));
        }
    }

    private boolean rolesLogIn() {
        RolePasswords passwords = Database.passwords(secrets);
        return Map.of(
                        Migrations.OWNER, passwords.owner(),
                        Migrations.OUTER, passwords.outer(),
                        Migrations.INNER, passwords.inner())
                .entrySet()
                .stream()
                .allMatch(role -> logsIn(role.getKey(), role.getValue()));
    }

    private boolean logsIn(String role, String password) {
        try (Connection connection = connect(login.database(), role, password)) {
            return connection.isValid(1);
        } catch (SQLException failure) {
            // the password is looked at before the database
            return List.of(NO_SUCH_DATABASE, NOT_ALLOWED)
                    .contains(String.valueOf(failure.getSQLState()));
        }
    }

    // the database of the address is there from the second start on
    private Connection administrator() throws SQLException {
        try {
            return administrator(login.database());
        } catch (SQLException failure) {
            if (NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                return administrator(MAINTENANCE);
            }
            throw failure;
        }
    }

    private Connection administrator(String database) throws SQLException {
        return connect(database, login.user(), login.password().orElse(""));
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "user", user,
                        "password", password,
                        "connectTimeout", "10",
                        "socketTimeout", "60",
                        "ApplicationName", "berth-up"));
        return DriverManager.getConnection(login.jdbc(database), properties);
    }

    private String attempt() {
        return "cannot prepare Berth's database on host %s, port %d, database '%s', as user '%s'"
                .formatted(login.host(), login.port(), login.database(), login.user());
    }
}
