package dev.berth.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.TestPlan;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.process.Leftovers;
import dev.berth.standalone.process.Program;
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

class PostgresIT {

    @TempDir private static Path programs;
    @TempDir private Path directory;

    private final Progress progress = TestPlan.quiet();

    private Home home;
    private OwnDatabase database;
    private ChildProgram child;
    private Supervisor postgres;

    @BeforeEach
    void start() {
        home = Home.at(directory);
        home.prepare();
        Secrets secrets = new Secrets(home.secrets());
        secrets.prepare();
        int port = TestPlan.freePort();
        database = new OwnDatabase(port, secrets);
        Postgres program = new Postgres(home, PostgresBinaries.in(programs), port);
        program.prepare();
        child = program.child(database);
        postgres = new Supervisor(child, progress);
        postgres.start();
        database.prepare();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void whatWasWrittenIsThereAfterItWasKilledAndStartedAgain() throws SQLException {
        execute("CREATE TABLE public.kept (word text)");
        execute("INSERT INTO public.kept VALUES ('here')");
        long killed = TestPlan.kill(Program.POSTGRES, home);

        TestPlan.await(() -> TestPlan.pid(Program.POSTGRES, home) != killed && child.ready());

        assertThat(query("SELECT word FROM public.kept")).isEqualTo("here");
    }

    @Test
    void nothingIsLessThanDurable() throws SQLException {
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void aWrongPasswordIsRefusedFromThisMachineToo() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () ->
                                DriverManager.getConnection(database.url(), "berth_owner", "wrong")
                                        .close())
                .withMessageContaining("password authentication failed");
    }

    @Test
    void preparingTwiceIsAsPreparingOnce() throws SQLException {
        database.prepare();

        assertThat(query("SELECT current_user")).isEqualTo("berth_owner");
    }

    @Test
    void theNextLauncherFindsAndStopsWhatAKilledOneLeft() {
        Leftovers leftovers = new Leftovers(home);
        assertThat(leftovers.found()).containsExactly(Program.POSTGRES);

        postgres.stop();

        assertThat(leftovers.found()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private Connection connection() throws SQLException {
        String password = new Secrets(home.secrets()).value(Secrets.OWNER);
        return DriverManager.getConnection(database.url(), "berth_owner", password);
    }
}
