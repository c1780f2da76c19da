package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.FakeBerth.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantCommandsIT {

    private static final String MEMBERS =
            "[{\"id\":\"id-1\",\"email\":\"ada@example.org\",\"role\":\"owner\","
                    + "\"status\":\"member\"},"
                    + "{\"id\":\"id-2\",\"email\":\"bob@example.org\",\"role\":\"viewer\","
                    + "\"status\":\"invited\"}]";

    @TempDir private Path home;
    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth = new FakeBerth().amiss("GET /api/v1/member", Reply.json(200, MEMBERS));
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void membersAreListed() {
        Shell.Result result = Shell.at(berth).run("members");

        assertThat(result.out())
                .isEqualTo(
                        """
                        EMAIL            ROLE    STATUS   ID
                        ada@example.org  owner   member   id-1
                        bob@example.org  viewer  invited  id-2
                        """);
        assertThat(Shell.at(berth).run("members", "--json").out()).isEqualTo(MEMBERS + "\n");
    }

    @Test
    void memberIsAddedWithARoleAndRemovedByHisAddress() {
        berth.amiss("POST /api/v1/member", Reply.json(200, "{\"status\":\"invited\"}"))
                .amiss("DELETE /api/v1/member", Reply.json(200, "{\"message\":\"gone\"}"));

        Shell.Result added =
                Shell.at(berth).run("members", "add", "cy@example.org", "--role", "admin");
        Shell.Result removed = Shell.at(berth).run("members", "remove", "Bob@example.org");

        assertThat(added)
                .isEqualTo(new Shell.Result(0, "", "'cy@example.org' is invited, as admin\n"));
        assertThat(berth.bodies())
                .containsExactly("{\"email\":\"cy@example.org\",\"role\":\"admin\"}");
        assertThat(removed.status()).isZero();
        assertThat(berth.requests()).contains("DELETE /api/v1/member?id=id-2");
        assertThat(Shell.at(berth).run("members", "remove", "x@example.org").status()).isEqualTo(5);
    }

    @Test
    void projectsAreListedAndMade() {
        berth.amiss(
                        "GET /api/v1/project",
                        Reply.json(200, "[{\"id\":\"id-3\",\"name\":\"default\"}]"))
                .amiss("POST /api/v1/project", Reply.json(200, "{\"id\":\"id-4\"}"));

        Shell.Result listed = Shell.at(berth).run("projects");
        Shell.Result made = Shell.at(berth).run("projects", "create", "shop");

        assertThat(listed.out()).isEqualTo("NAME     ID\ndefault  id-3\n");
        assertThat(made).isEqualTo(new Shell.Result(0, "", "made project 'shop'\n"));
        assertThat(berth.bodies()).containsExactly("{\"name\":\"shop\"}");
    }

    @Test
    void operatorsSeeWhatEachUserHolds() {
        berth.amiss(
                "GET /api/v1/report",
                Reply.json(
                        200,
                        """
                        {"users":[{"user_id":"u1","email":"ada@example.org",
                        "audited_at":"2026-11-21T10:00:00Z","holdings":[
                        {"quota":"workers","used":3,"limit":2},{"quota":"members","used":1}],
                        "differences":["the quota 'workers' is 2, and 3 are held"]},
                        {"user_id":"u2","email":"bob@example.org","holdings":[],"differences":[]}
                        ],"total":3}"""));

        assertThat(Shell.at(berth).run("report", "--last", "2", "--skip", "1").out())
                .contains("ada@example.org", "workers=3/2 members=1", "and 3 are held")
                .containsPattern("bob@example.org +not yet");
        assertThat(berth.requests()).containsExactly("GET /api/v1/report?limit=2&offset=1");
    }

    @Test
    void quotasAreShownWithWhatIsUsed() {
        berth.amiss(
                "GET /api/v1/quota",
                Reply.json(
                        200,
                        "[{\"quota\":\"workers\",\"limit\":20,\"used\":3},"
                                + "{\"quota\":\"members\",\"used\":1}]"));

        assertThat(Shell.at(berth).run("quota").out())
                .isEqualTo(
                        """
                        QUOTA    USED  LIMIT
                        workers  3     20
                        members  1     none
                        """);
    }

    @Test
    void tenantOfTheOptionOrTheEnvironmentIsNamed() {
        Shell.at(berth).run("members", "--tenant", "t-1");
        Shell.at(berth).with("BERTH_TENANT", "t-2").run("members");
        Shell.at(berth).with("BERTH_TENANT", "t-2").run("--tenant", "t-1", "members");
        Shell.at(berth).run("members");

        assertThat(berth.tenants()).containsExactly("t-1", "t-2", "t-1");
    }

    @Test
    void codeIsMailedFirstAndThenRegistersAndLogsIn() throws IOException {
        berth.amiss("POST /api/v1/auth/send-code", Reply.json(200, "{\"message\":\"sent\"}"))
                .amiss(
                        "POST /api/v1/auth/register",
                        Reply.json(200, "{\"user_id\":\"u1\",\"token\":\"t\"}"));
        Path password = OwnFile.write(home.resolve("pw"), "correct horse\n");

        Shell.Result sent = run("register", "--email", "ada@example.org");
        Shell.Result registered =
                run(
                        "register",
                        "--email",
                        "ada@example.org",
                        "--code",
                        "012345",
                        "--password-file",
                        password.toString());

        assertThat(sent.status()).as(sent.err()).isZero();
        assertThat(sent.err()).contains("call again with --code");
        assertThat(registered.status()).as(registered.err()).isZero();
        assertThat(berth.bodies())
                .containsExactly(
                        "{\"email\":\"ada@example.org\"}",
                        "{\"email\":\"ada@example.org\",\"code\":\"012345\","
                                + "\"password\":\"correct horse\"}");
        assertThat(home.resolve("cli.properties")).content().contains("token=t");
    }

    @Test
    void passwordIsResetWithoutTouchingWhatIsKept() throws IOException {
        berth.amiss(
                "POST /api/v1/auth/reset-password",
                Reply.json(200, "{\"message\":\"the password is set\"}"));
        Path password = OwnFile.write(home.resolve("pw"), "correct horse\n");

        Shell.Result result =
                run(
                        "reset-password",
                        "--email",
                        "ada@example.org",
                        "--code",
                        "012345",
                        "--password-file",
                        password.toString());

        assertThat(result).isEqualTo(new Shell.Result(0, "", "the password is set\n"));
        assertThat(home.resolve("cli.properties")).doesNotExist();
    }

    @Test
    void helpHasExamples() {
        assertThat(new Shell().run("members", "--help").out())
                .contains("berth members add bob@example.org --role developer");
        assertThat(new Shell().run("projects", "--help").out()).contains("berth projects create");
        assertThat(new Shell().run("register", "--help").out()).contains("--code 012345");
        assertThat(new Shell().run("reset-password", "--help").out()).contains("all sessions");
        assertThat(new Shell().run("quota", "--help").out()).contains("berth quota");
        assertThat(new Shell().run("report", "--help").out()).contains("berth report");
    }

    private Shell.Result run(String... arguments) {
        return new Shell()
                .with("BERTH_URL", berth.url())
                .with("BERTH_HOME", home.toString())
                .run(arguments);
    }
}
