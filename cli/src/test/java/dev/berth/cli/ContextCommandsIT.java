package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.FakeBerth.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextCommandsIT {

    @TempDir private Path user;
    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth = new FakeBerth().withWorker();
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void loginWithANewNameMakesAContextThatCommandsGoTo() throws IOException {
        Shell.Result login = login("prod", FakeBerth.TOKEN);

        assertThat(login.status()).as(login.err()).isZero();
        assertThat(login.err()).contains("commands go there by now, as context 'prod'");
        assertThat(OwnFile.permissions(file())).isEqualTo("rw-------");
        assertThat(shell().run("workers", "--quiet").out()).isEqualTo("1a2b3c4d\n");
    }

    @Test
    void wrongTokenIsNotKept() {
        Shell.Result login = login("prod", "bt_other");

        assertThat(login.status()).isEqualTo(4);
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsPipedInMustBeAToken() {
        assertThat(login("prod", "").status()).isEqualTo(2);
        assertThat(login("prod", "two words").status()).isEqualTo(2);
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void renewedLoginLeavesTheChoiceAsItIs() {
        login("prod", FakeBerth.TOKEN);
        shell().run("context", "use", "default");

        Shell.Result again = login("prod", FakeBerth.TOKEN);

        assertThat(again.err()).contains("kept in");
        assertThat(shell().run("context", "show", "-q", "prod").out()).isEqualTo("prod\n");
        assertThat(shell().run("context", "list").out()).contains("*  default");
    }

    @Test
    void contextsAreListedWithoutTheirTokens() {
        login("prod", FakeBerth.TOKEN);

        Shell.Result table = shell().run("context", "list");
        Shell.Result json = shell().run("context", "list", "--json");

        assertThat(table.out())
                .contains("NAME", "   default", "*  prod")
                .contains(berth.url())
                .doesNotContain(FakeBerth.TOKEN);
        assertThat(json.out())
                .contains("\"name\":\"prod\"", "\"logged_in\":true,\"current\":true")
                .doesNotContain(FakeBerth.TOKEN);
        assertThat(shell().run("context", "list", "-q").out()).isEqualTo("default\nprod\n");
    }

    @Test
    void optionCountsMoreThanTheEnvironmentAndThatMoreThanTheChoice() {
        login("one", FakeBerth.TOKEN);
        login("two", FakeBerth.TOKEN);

        assertThat(shell().run("context", "show", "-q").out()).isEqualTo("two\n");
        Shell environment = shell().with("BERTH_CONTEXT", "one");
        assertThat(environment.run("context", "show", "-q").out()).isEqualTo("one\n");
        assertThat(environment.run("context", "show", "-q", "--context", "two").out())
                .isEqualTo("two\n");
    }

    @Test
    void optionCountsMoreThanTheAddressOfTheEnvironment() {
        login("prod", FakeBerth.TOKEN);

        Shell.Result result =
                shell().with("BERTH_URL", "http://127.0.0.1:9")
                        .with("BERTH_TOKEN", "bt_other")
                        .run("workers", "-q", "--context", "prod");

        assertThat(result).isEqualTo(new Shell.Result(0, "1a2b3c4d\n", ""));
    }

    @Test
    void unknownContextIsNotFoundWhateverElseThereIs() {
        login("prod", FakeBerth.TOKEN);

        Shell.Result result =
                shell().with("BERTH_CONTEXT", "porod")
                        .with("BERTH_URL", berth.url())
                        .with("BERTH_TOKEN", FakeBerth.TOKEN)
                        .run("workers");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("no context 'porod'; there are 'default', 'prod'");
        assertThat(shell().run("context", "use", "porod").status()).isEqualTo(5);
    }

    @Test
    void tokenOfAContextIsNotGivenToAnotherServer() throws IOException {
        login("prod", FakeBerth.TOKEN);
        try (FakeBerth other = new FakeBerth()) {

            Shell.Result result = shell().run("workers", "--url", other.url());

            assertThat(result.status()).isEqualTo(4);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void loginAtAnotherServerWantsAName() throws IOException {
        login("prod", FakeBerth.TOKEN);
        try (FakeBerth other = new FakeBerth()) {

            Shell.Result result =
                    shell().piping(FakeBerth.TOKEN)
                            .run("login", "--token-stdin", "--url", other.url());

            assertThat(result.status()).isEqualTo(2);
            assertThat(result.err()).contains("context 'prod' is the Berth at", "--context");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void tenantOfTheLoginIsThatOfTheCommandsToCome() {
        Shell.Result login =
                shell().piping(FakeBerth.TOKEN)
                        .run(
                                "login",
                                "--context",
                                "shop",
                                "--url",
                                berth.url(),
                                "--tenant",
                                "t-1",
                                "--token-stdin",
                                "--json");

        shell().run("workers");

        assertThat(login.out())
                .isEqualTo("{\"context\":\"shop\",\"url\":\"%s\"}\n".formatted(berth.url()));
        assertThat(berth.tenants()).containsExactly("t-1");
    }

    @Test
    void removedContextIsChosenNoLonger() throws IOException {
        login("prod", FakeBerth.TOKEN);

        Shell.Result result = shell().run("context", "remove", "prod");

        assertThat(result).isEqualTo(new Shell.Result(0, "", "context 'prod' is forgotten\n"));
        assertThat(file()).content().doesNotContain(FakeBerth.TOKEN, "prod");
        assertThat(shell().run("context", "list", "-q").out()).isEqualTo("default\n");
        assertThat(shell().run("context", "remove", "prod").status()).isEqualTo(5);
        assertThat(shell().run("context", "remove", "default").status()).isEqualTo(2);
    }

    @Test
    void logoutForgetsTheTokenAndKeepsTheContext() throws IOException {
        login("prod", FakeBerth.TOKEN);
        berth.amiss("POST /api/v1/auth/logout", Reply.json(200, "{\"message\":\"ended\"}"));

        Shell.Result result = shell().run("logout");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(file()).content().contains("prod").doesNotContain(FakeBerth.TOKEN);
        assertThat(shell().run("workers").status()).isEqualTo(4);
    }

    @Test
    void fileThatOthersCanReadIsMendedAndSoIsSaid() throws IOException {
        login("prod", FakeBerth.TOKEN);
        OwnFile.shared(file(), Files.readString(file()), "rw-r--r--");

        Shell.Result result = shell().run("workers", "-q");

        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("others could read '" + file() + "'");
        assertThat(OwnFile.permissions(file())).isEqualTo("rw-------");
        assertThat(shell().run("workers", "-q").err()).isEmpty();
    }

    @Test
    void tokenFileThatOthersCanReadIsRefused() throws IOException {
        Path token = OwnFile.shared(user.resolve("token"), FakeBerth.TOKEN, "rw-r--r--");

        Shell.Result result =
                shell().with("BERTH_URL", berth.url())
                        .run("workers", "--token-file", token.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("others can read", "chmod 600");
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void brokenFileIsExplained() throws IOException {
        Files.createDirectories(file().getParent());
        OwnFile.write(file(), "{\"current\":");

        Shell.Result result = shell().run("workers");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("cannot read '" + file(), "log in again");
    }

    @Test
    void contextOverruledByTheEnvironmentIsTold() {
        login("prod", FakeBerth.TOKEN);

        Shell.Result result =
                shell().with("BERTH_CONTEXT", "prod").run("context", "use", "default");

        assertThat(result.err()).contains("here they go to 'prod' still");
    }

    @Test
    void nameThatIsNoneIsWrongUse() {
        assertThat(shell().run("workers", "--context", "../x").status()).isEqualTo(2);
        assertThat(shell().run("workers", "--context", "a", "--home", "b").status()).isEqualTo(2);
    }

    private Shell.Result login(String name, String token) {
        return shell().piping(token + "\n")
                .run("login", "--context", name, "--url", berth.url(), "--token-stdin");
    }

    private Shell shell() {
        return new Shell().with("XDG_CONFIG_HOME", user.toString());
    }

    private Path file() {
        return user.resolve("berth/contexts.json");
    }
}
