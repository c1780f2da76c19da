package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.FakeBerth.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandsIT {

    private static final String CI =
            "{\"id\":\"id-1\",\"name\":\"ci\",\"scopes\":[\"read\",\"deploy\"],"
                    + "\"created_at\":\"2026-11-21T10:00:00.5Z\","
                    + "\"expires_at\":\"2027-02-19T10:00:00Z\"}";
    private static final String ID_1 =
            "{\"id\":\"id-2\",\"name\":\"id-1\",\"scopes\":[\"read\"],"
                    + "\"created_at\":\"2026-11-21T10:01:00Z\","
                    + "\"last_used_at\":\"2026-11-21T10:02:00Z\"}";

    @TempDir private Path home;
    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth = new FakeBerth().amiss("GET /api/v1/tokens", Reply.json(200, "[" + CI + "]"));
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void madeTokenAloneIsTheResult() {
        made();

        Shell.Result result = Shell.at(berth).run("token", "create", "ci");

        assertThat(result)
                .isEqualTo(
                        new Shell.Result(
                                0, "bt_made\n", "made token 'ci'; it is shown this once\n"));
        assertThat(berth.bodies()).containsExactly("{\"name\":\"ci\"}");
    }

    @Test
    void scopesMayBeGivenOneByOneOrTogether() {
        made();

        Shell.at(berth).run("token", "create", "ci", "--scope", "read", "--scope", "deploy,write");

        assertThat(berth.bodies())
                .containsExactly("{\"name\":\"ci\",\"scopes\":[\"read\",\"deploy\",\"write\"]}");
    }

    @Test
    void tokenEndsSoLongFromNow() throws IOException {
        made();
        Instant before = Instant.now().minusSeconds(1);

        Shell.at(berth).run("token", "create", "ci", "--expires", "90d");

        String end = JsonText.read(berth.bodies().getFirst()).get("expires_at").text();
        assertThat(Instant.parse(end))
                .isBetween(
                        before.plus(Duration.ofDays(90)), Instant.now().plus(Duration.ofDays(90)));
    }

    @Test
    void lifetimesAreDaysOrShorter() {
        assertThat(Lifetime.read("90d")).isEqualTo(Duration.ofDays(90));
        assertThat(Lifetime.read("1d12h")).isEqualTo(Duration.ofHours(36));
        assertThat(Lifetime.read("30m")).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void lifetimeThatIsNoneIsWrongUse() {
        Shell.Result result = Shell.at(berth).run("token", "create", "ci", "--expires", "soon");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'soon' is not a duration like 90d");
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void madeTokenIsJsonWhenAsked() {
        made();

        Shell.Result result = Shell.at(berth).run("token", "create", "ci", "--json");

        assertThat(result.out()).isEqualTo("{\"token\":\"bt_made\"}\n");
    }

    @Test
    void takenNameIsAConflictAndTooManyAFailure() {
        berth.amiss("POST /api/v1/tokens", Reply.problem(409, "{\"detail\":\"you have one\"}"));
        assertThat(Shell.at(berth).run("token", "create", "ci"))
                .isEqualTo(new Shell.Result(6, "", "cannot make token 'ci': you have one\n"));

        berth.amiss("POST /api/v1/tokens", Reply.problem(429, "{\"detail\":\"you have 100\"}"));
        assertThat(Shell.at(berth).run("token", "create", "ci").status()).isEqualTo(1);
    }

    @Test
    void tokensAreATable() {
        tokens(CI + "," + ID_1);

        Shell.Result result = Shell.at(berth).run("token", "list");

        assertThat(result.out())
                .isEqualTo(
                        """
                        NAME  ID    SCOPES       CREATED            EXPIRES            LAST USED
                        ci    id-1  read,deploy  2026-11-21 10:00Z  2027-02-19 10:00Z  never
                        id-1  id-2  read         2026-11-21 10:01Z  never              2026-11-21 10:02Z
                        """);
    }

    @Test
    void tokensAreJsonWhenAsked() {
        Shell.Result result = Shell.at(berth).run("token", "list", "--json");

        assertThat(result.out()).isEqualTo("[" + CI + "]\n");
    }

    @Test
    void tokenIsRevokedByItsNameOrItsId() {
        berth.amiss("DELETE /api/v1/tokens/id-1", Reply.json(200, "{\"message\":\"revoked\"}"));

        Shell.Result byName = Shell.at(berth).run("token", "revoke", "ci");
        Shell.Result byId = Shell.at(berth).run("--json", "token", "revoke", "id-1");

        assertThat(byName).isEqualTo(new Shell.Result(0, "", "token 'ci' is revoked\n"));
        assertThat(byId.out()).isEqualTo("{\"message\":\"revoked\"}\n");
    }

    @Test
    void nameCountsMoreThanAnId() {
        tokens(CI + "," + ID_1);
        berth.amiss("DELETE /api/v1/tokens/id-2", Reply.json(200, "{\"message\":\"revoked\"}"));

        assertThat(Shell.at(berth).run("token", "revoke", "id-1").status()).isZero();
    }

    @Test
    void unknownTokenIsNotFound() {
        Shell.Result result = Shell.at(berth).run("token", "revoke", "other");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("there is no token 'other'", "berth token list");
    }

    @Test
    void tokenWithoutAWordWhatToDoIsWrongUse() {
        assertThat(Shell.at(berth).run("token").status()).isEqualTo(2);
    }

    @Test
    void helpHasExamples() {
        assertThat(new Shell().run("token", "create", "--help").out())
                .contains("berth token create ci --scope deploy --expires 90d");
        assertThat(new Shell().run("token", "--help").out()).contains("berth token revoke ci");
    }

    @Test
    void logoutEndsTheSessionAndForgetsItsToken() throws IOException {
        berth.amiss(
                "POST /api/v1/auth/logout",
                Reply.json(200, "{\"message\":\"the session is ended\"}"));
        keep(FakeBerth.TOKEN);

        Shell.Result result = new Shell().run("logout", "--home", home.toString());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("the session is ended", "its token is kept here no longer");
        assertThat(berth.requests()).containsExactly("POST /api/v1/auth/logout");
        assertThat(Files.readString(kept())).contains("url=").doesNotContain(FakeBerth.TOKEN);
        assertThat(new Shell().run("workers", "--home", home.toString()).status()).isEqualTo(4);
        assertThat(new Shell().run("logout", "--home", home.toString()).err())
                .contains("nobody is logged in");
    }

    @Test
    void tokenThatIsOfNoUseIsForgottenToo() throws IOException {
        keep("stale");

        Shell.Result result = new Shell().run("logout", "--home", home.toString());

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("of no use any more");
        assertThat(Files.readString(kept())).doesNotContain("stale");
    }

    @Test
    void tokenIsKeptWhereItsSessionCouldNotBeEnded() throws IOException {
        keep(FakeBerth.TOKEN);
        berth.close();

        Shell.Result result = new Shell().run("logout", "--home", home.toString());

        assertThat(result.status()).isEqualTo(3);
        assertThat(Files.readString(kept())).contains(FakeBerth.TOKEN);
    }

    @Test
    void keptTokenStaysWhereAnotherIsLoggedOut() throws IOException {
        berth.amiss("POST /api/v1/auth/logout", Reply.json(200, "{\"message\":\"ended\"}"));
        keep("other");

        Shell.Result result =
                new Shell()
                        .with("BERTH_TOKEN", FakeBerth.TOKEN)
                        .run("logout", "--json", "--quiet", "--home", home.toString());

        assertThat(result).isEqualTo(new Shell.Result(0, "{\"message\":\"ended\"}\n", ""));
        assertThat(Files.readString(kept())).contains("token=other");
    }

    private void made() {
        berth.amiss("POST /api/v1/tokens", Reply.json(200, "{\"token\":\"bt_made\"}"));
    }

    private void tokens(String json) {
        berth.amiss("GET /api/v1/tokens", Reply.json(200, "[" + json + "]"));
    }

    private Path kept() {
        return home.resolve("cli.properties");
    }

    private void keep(String token) throws IOException {
        OwnFile.write(kept(), "url=%s\ntoken=%s\n".formatted(berth.url(), token));
    }
}
