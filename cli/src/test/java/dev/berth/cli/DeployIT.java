package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployIT {

    @TempDir private Path directory;
    private FakeBerth berth;

    @BeforeEach
    void program() throws IOException {
        berth = new FakeBerth();
        Files.writeString(directory.resolve("Hello.java"), "void main() {}");
        Files.writeString(
                directory.resolve("app-manifest.json"),
                "{\"appName\":\"Hello\",\"components\":[{\"name\":\"hello\",\"port\":8080}]}");
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void firstDeployCreatesTheWorkerAndPrintsItsAddress() {
        berth.versions(
                version("loading", "preparing the files"),
                version("loading", "starting"),
                version("success", ""));

        Shell.Result result = deploy();

        assertThat(result.out()).isEqualTo(FakeBerth.ADDRESS + "\n");
        assertThat(result.status()).isZero();
        assertThat(result.err())
                .containsSubsequence(
                        "packed",
                        "uploaded sha256:",
                        "version 3 is loading: preparing the files",
                        "version 3 is loading: starting",
                        "version 3 answers");
        assertThat(berth.bodies().getFirst()).isEqualTo("{\"worker_name\":\"hello\"}");
        assertThat(berth.bodies().getLast())
                .matches(
                        "\\{\"worker_id\":\"1a2b3c4d\",\"source\":\"sha256:[0-9a-f]{64}\",\"port\":8080}");
    }

    @Test
    void laterDeployUsesTheWorkerThatIsThere() {
        berth.withWorker().versions(version("success", ""));

        Shell.Result result = deploy();

        assertThat(result.status()).isZero();
        assertThat(berth.requests()).doesNotContain("POST /api/v1/worker");
    }

    @Test
    void namesWorkerAndProjectAsAsked() {
        berth.versions(version("success", ""));

        Shell.Result result = deploy("--name", "other", "--project", "a b");

        assertThat(result.status()).isZero();
        assertThat(berth.requests()).contains("GET /api/v1/worker?limit=100&offset=0&project=a+b");
        assertThat(berth.bodies().getFirst())
                .isEqualTo("{\"worker_name\":\"other\",\"project\":\"a b\"}");
    }

    @Test
    void failedVersionTellsTheReasonAndWhereToLook() {
        berth.withWorker().versions(version("error", "it exited with 1"));

        Shell.Result result = deploy();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("version 3 of 'hello' failed: it exited with 1")
                .contains("the version before it goes on serving")
                .contains("berth logs hello --version 3");
    }

    @Test
    void supersededVersionIsAConflict() {
        berth.versions(version("error", "superseded by 4"));

        Shell.Result result = deploy();

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).contains("gave way to a newer deploy: superseded by 4");
    }

    @Test
    void waitingEndsAtTheTimeout() {
        berth.versions(version("loading", "starting"));

        Shell.Result result = deploy("--timeout", "60ms");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("berth worker hello");
    }

    @Test
    void noWaitOnlyHandsOver() {
        Shell.Result result = deploy("--no-wait", "--json", "--quiet");

        assertThat(result.out())
                .isEqualTo(
                        "{\"worker_id\":\"1a2b3c4d\",\"worker_name\":\"hello\",\"version_id\":3,"
                                + "\"status\":\"loading\",\"url\":\"\"}\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void invalidManifestIsToldPlaceByPlace() {
        berth.withWorker()
                .amiss(
                        "POST /api/v1/worker/deploy",
                        FakeBerth.Reply.problem(
                                422,
                                "{\"detail\":\"the manifest is invalid\",\"errors\":[{\"pointer\":"
                                        + "\"/components/0/type\",\"message\":\"is missing\"}]}"));

        Shell.Result result = deploy();

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.err())
                .contains("cannot deploy 'hello': the manifest is invalid")
                .contains("  /components/0/type: is missing");
    }

    @Test
    void missingManifestIsExplainedWithAnExample() throws IOException {
        Files.delete(directory.resolve("app-manifest.json"));

        Shell.Result result = deploy();

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.err()).contains("for example").contains("\"components\"");
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void wrongTokenEndsBeforeAnythingIsUploaded() {
        Shell.Result result =
                Shell.at(berth).with("BERTH_TOKEN", "old").run("deploy", directory.toString());

        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).contains("the token is not valid").contains("berth login");
        assertThat(berth.requests()).hasSize(1);
    }

    private Shell.Result deploy(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "deploy";
        arguments[1] = directory.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Shell.at(berth).run(arguments);
    }

    private static String version(String status, String message) {
        return "{\"version_id\":3,\"status\":\"%s\",\"message\":\"%s\"}".formatted(status, message);
    }
}
