package dev.berth.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.TestPlan;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.process.Supervisor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another home's PostgreSQL stands for the one that an operator runs. */
class ExternalDatabaseIT {

    private static final String PASSWORD = "o'p/s%";
    private static final String ENCODED = "o'p%2Fs%25";

    @TempDir private static Path programs;
    @TempDir private Path directory;

    private final int port = TestPlan.freePort();
    private Secrets secrets;
    private String superPassword;
    private Supervisor postgres;

    @BeforeEach
    void start() throws SQLException {
        Home theirs = home("theirs");
        superPassword = new Secrets(theirs.secrets()).value(Secrets.SUPERUSER);
        secrets = new Secrets(home("ours").secrets());
        Postgres program = new Postgres(theirs, PostgresBinaries.in(programs), port);
        program.prepare();
        postgres =
                new Supervisor(
                        program.child(new OwnDatabase(port, new Secrets(theirs.secrets()))),
                        TestPlan.quiet());
        postgres.start();
        execute("CREATE ROLE ann LOGIN CREATEROLE CREATEDB PASSWORD 'o''p/s%'");
        execute("CREATE ROLE bob LOGIN PASSWORD 'o''p/s%'");
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void aSuperuserPreparesItAndTheRolesHaveThePasswordsOfOurSecrets() throws SQLException {
        prepare("postgres", superPassword);

        assertEveryRoleLogsIn();
    }

    @Test
    void whoMayCreateRolesAndDatabasesPreparesItEveryTime() throws SQLException {
        prepare("ann", ENCODED);
        prepare("ann", ENCODED);

        assertEveryRoleLogsIn();
    }

    @Test
    void whatWasInterruptedBeforeTheDatabaseWasThereIsGoneOnWith() throws SQLException {
        prepare("ann", ENCODED);
        execute("DROP DATABASE plane");

        prepare("ann", ENCODED);

        assertEveryRoleLogsIn();
    }

    @Test
    void aSuperuserGivesRolesThatAreThereThePasswordsOfOurSecrets() throws SQLException {
        execute("CREATE ROLE berth_outer LOGIN PASSWORD 'other'");

        prepare("postgres", superPassword);

        assertEveryRoleLogsIn();
    }

    @Test
    void rolesOfAnotherBerthAreSaidWithTheMend() throws SQLException {
        execute("CREATE ROLE berth_outer LOGIN PASSWORD 'other'");

        assertRefused(login("ann", ENCODED), "permission denied", "drop them");
    }

    @Test
    void whoMayNotCreateRolesIsToldWhatHeLacks() {
        assertRefused(login("bob", ENCODED), "ALTER ROLE \"bob\" CREATEROLE CREATEDB");
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws SQLException {
        execute("CREATE DATABASE plane OWNER bob");

        assertRefused(login("postgres", superPassword), "belongs to 'bob'");
        assertThat(query("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'berth%'"))
                .isEqualTo("0");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        assertRefused(login("ann", "wrong-secret"), "password authentication failed", "PGPASSWORD");
    }

    @Test
    void withoutAPasswordItSaysHowToGiveOne() {
        assertRefused("postgresql://ann@127.0.0.1:%d/plane".formatted(port), "PGPASSWORD");
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        postgres.stop();

        assertRefused(login("ann", ENCODED), "refused", "see that PostgreSQL runs there");
    }

    private void assertRefused(String url, String... parts) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> database(url).prepare())
                .withMessageContaining("on host 127.0.0.1, port %d, database 'plane'", port)
                .withMessageContainingAll(parts)
                .satisfies(
                        it ->
                                assertThat(LauncherException.story(it))
                                        .doesNotContain(PASSWORD, ENCODED, "wrong-secret"));
    }

    private void assertEveryRoleLogsIn() throws SQLException {
        assertThat(whoIs("berth_owner", Secrets.OWNER)).isEqualTo("berth_owner");
        assertThat(whoIs("berth_outer", Secrets.OUTER)).isEqualTo("berth_outer");
        assertThat(whoIs("berth_inner", Secrets.INNER)).isEqualTo("berth_inner");
    }

    // sees a table too: it is migrated
    private String whoIs(String role, String secret) throws SQLException {
        String url = database(login("ann", ENCODED)).url();
        try (Connection connection = DriverManager.getConnection(url, role, secrets.value(secret));
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "SELECT current_user FROM (SELECT count(*) FROM tasks)")) {
            result.next();
            return result.getString(1);
        }
    }

    private void prepare(String user, String password) {
        database(login(user, password)).prepare();
    }

    private ExternalDatabase database(String url) {
        return new ExternalDatabase(DatabaseUrl.parse(url, "test"), secrets);
    }

    private String login(String user, String password) {
        return "postgresql://%s:%s@127.0.0.1:%d/plane?sslmode=disable"
                .formatted(user, password, port);
    }

    private Home home(String name) {
        Home home = Home.at(directory.resolve(name));
        home.prepare();
        new Secrets(home.secrets()).prepare();
        return home;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port),
                "postgres",
                superPassword);
    }
}
