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

class VariableCommandsIT {

    private static final String SHOW = "GET /api/v1/worker/1a2b3c4d";
    private static final String CANARY = "correct-horse-battery";

    @TempDir private Path directory;
    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth =
                new FakeBerth()
                        .withWorker()
                        .amiss(SHOW, shown(4, 4, "[]", ""))
                        .amiss(SHOW + "/env", Reply.json(200, "{\"A\":\"1\",\"B\":\"x y\"}"))
                        .amiss("POST /api/v1/worker/1a2b3c4d/env", Reply.json(200, "{\"A\":\"2\"}"))
                        .amiss(SHOW + "/secret", Reply.json(200, "[\"KEY\",\"OTHER\"]"))
                        .amiss("POST /api/v1/worker/1a2b3c4d/secret", Reply.json(200, "[\"KEY\"]"))
                        .amiss("PATCH /api/v1/worker/1a2b3c4d", Reply.json(200, "{\"x\":1}"));
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void variablesAreShown() {
        assertThat(Shell.at(berth).run("env", "hello"))
                .isEqualTo(new Shell.Result(0, "A=1\nB=x y\n", ""));
        assertThat(Shell.at(berth).run("env", "hello", "--json").out())
                .isEqualTo("{\"A\":\"1\",\"B\":\"x y\"}\n");
    }

    @Test
    void variablesAreSetAndDeletedAtOnce() {
        Shell.Result result =
                Shell.at(berth).run("env", "hello", "A=2", "C=a=b", "--unset", "B,D", "E=");

        assertThat(result).isEqualTo(new Shell.Result(0, "A=2\n", "'hello' runs with it\n"));
        assertThat(berth.bodies())
                .containsExactly(
                        "{\"values\":{\"A\":\"2\",\"C\":\"a=b\",\"E\":\"\",\"B\":null,\"D\":null}}");
    }

    @Test
    void wordThatSetsNothingIsWrongUse() {
        Shell.Result result = Shell.at(berth).run("env", "hello", "A");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'A' is not KEY=VALUE");
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void releaseThatFailsWithThemIsAFailure() {
        berth.amiss(
                SHOW,
                shown(4, 4, "[{\"type\":\"Degraded\",\"status\":\"True\"}]", "exited with 3"));

        Shell.Result result = Shell.at(berth).run("env", "hello", "A=2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("the change of 'hello' failed: exited with 3");
    }

    @Test
    void changeThatTakesLongerThanWantedIsAFailureUnlessNobodyWaits() {
        berth.amiss(SHOW, shown(5, 4, "[]", ""));

        Shell.Result late = Shell.at(berth).run("env", "hello", "A=2", "--timeout", "1s");
        Shell.Result hurried = Shell.at(berth).run("env", "hello", "A=2", "--no-wait");

        assertThat(late.status()).isEqualTo(1);
        assertThat(late.err()).contains("is not in force after 1 s");
        assertThat(hurried).isEqualTo(new Shell.Result(0, "A=2\n", ""));
    }

    @Test
    void secretsAreNamed() {
        assertThat(Shell.at(berth).run("secret", "hello"))
                .isEqualTo(new Shell.Result(0, "KEY\nOTHER\n", ""));
    }

    @Test
    void secretIsReadFromWhatIsPipedIn() {
        Shell.Result result = Shell.at(berth).piping(CANARY + "\n").run("secret", "hello", "KEY");

        assertThat(result).isEqualTo(new Shell.Result(0, "KEY\n", "'hello' runs with it\n"));
        assertThat(berth.bodies())
                .containsExactly("{\"values\":{\"KEY\":\"%s\"}}".formatted(CANARY));
    }

    @Test
    void secretIsReadFromAFileAsItIs() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), "a\nb\n");

        Shell.at(berth).run("secret", "hello", "--file", "KEY=" + file, "--unset", "OLD");

        assertThat(berth.bodies())
                .containsExactly("{\"values\":{\"OLD\":null,\"KEY\":\"a\\nb\\n\"}}");
    }

    @Test
    void secretOnTheCommandLineIsRefusedAndNotRepeated() {
        Shell.Result result = Shell.at(berth).run("secret", "hello", "KEY=" + CANARY);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("others can see a command line").doesNotContain(CANARY);
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void secretWithoutAValueIsRefused() {
        Shell.Result result = Shell.at(berth).run("secret", "hello", "KEY");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("there is no value for 'KEY'");
        assertThat(berth.bodies()).isEmpty();
    }

    @Test
    void scaleAndUpdateChangeTheWorker() {
        assertThat(Shell.at(berth).run("scale", "hello", "3").err())
                .isEqualTo("'hello' runs with it\n");
        assertThat(
                        Shell.at(berth)
                                .run(
                                        "--json",
                                        "update",
                                        "hello",
                                        "--memory",
                                        "1Gi",
                                        "--max",
                                        "5",
                                        "--strategy",
                                        "canary")
                                .out())
                .isEqualTo("{\"x\":1}\n");
        assertThat(berth.bodies())
                .containsExactly(
                        "{\"min_replicas\":3,\"max_replicas\":3}",
                        "{\"assigned_memory\":\"1Gi\",\"max_replicas\":5,\"strategy\":\"canary\"}");
    }

    @Test
    void updateOfNothingIsWrongUse() {
        assertThat(Shell.at(berth).run("update", "hello").status()).isEqualTo(2);
    }

    @Test
    void workerThatWasNeverDeployedGetsThemLater() {
        berth.amiss(SHOW, Reply.json(200, "{\"worker\":{\"generation\":1},\"versions\":[]}"));

        assertThat(Shell.at(berth).run("env", "hello", "A=2").err())
                .isEqualTo("'hello' gets it with its first deploy\n");
    }

    private static Reply shown(long generation, long observed, String conditions, String message) {
        return Reply.json(
                200,
                """
                {"worker":{"status":"active","generation":%d,"observed_generation":%d,
                "message":"%s"},"conditions":%s,"versions":[{"version_id":3}]}
                """
                        .formatted(generation, observed, message, conditions));
    }
}
