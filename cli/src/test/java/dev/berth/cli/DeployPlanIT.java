package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployPlanIT {

    private static final String MANIFEST =
            "{\"appName\":\"Hello\",\"components\":[{\"name\":\"hello\"}]}";

    @TempDir private Path directory;
    private FakeBerth berth;

    @BeforeEach
    void program() throws IOException {
        berth = new FakeBerth();
        Files.writeString(directory.resolve("app-manifest.json"), MANIFEST);
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void stepsArePrintedAndNothingElseIsAsked() {
        berth.withWorker();

        Shell.Result result = plan();

        assertThat(result.out())
                .isEqualTo(
                        """
                        AFTER        STEP   NEW    PREVIOUS  WHAT IT DOES
                        0s           shift  10 %   90 %      a tenth
                        10m30s500ms  stop   100 %  0 %       stop the old
                        """);
        assertThat(result.err())
                .contains("'hello' by canary would replace version 2; nothing is changed");
        assertThat(result.status()).isZero();
        assertThat(berth.requests())
                .containsExactly(
                        "GET /api/v1/worker?limit=100&offset=0", "POST /api/v1/worker/plan");
        assertThat(berth.bodies())
                .containsExactly(
                        "{\"worker_id\":\"1a2b3c4d\",\"manifest\":" + JsonText.write(text()) + "}");
    }

    @Test
    void workerThatIsToBeMadeIsNamedAndNotMade() {
        Shell.Result result = plan("--name", "other", "--project", "shop");

        assertThat(result.status()).isZero();
        assertThat(berth.requests()).doesNotContain("POST /api/v1/worker");
        assertThat(berth.bodies().getFirst())
                .startsWith("{\"worker_name\":\"other\",\"project\":\"shop\",\"manifest\":");
    }

    @Test
    void jsonIsWhatBerthSent() {
        assertThat(plan("--json", "--quiet"))
                .isEqualTo(new Shell.Result(0, FakeBerth.PLAN + "\n", ""));
    }

    @Test
    void invalidManifestEndsAsInADeploy() {
        berth.amiss(
                "POST /api/v1/worker/plan",
                FakeBerth.Reply.problem(
                        422,
                        "{\"detail\":\"the manifest is invalid\",\"errors\":[{\"pointer\":"
                                + "\"/components/0/type\",\"message\":\"is missing\"}]}"));

        Shell.Result result = plan();

        assertThat(result.status()).isEqualTo(7);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("cannot plan the deploy of 'hello': the manifest is invalid")
                .contains("  /components/0/type: is missing");
    }

    @Test
    void whereInnerIsAwayItMayBeTriedAgain() {
        berth.amiss(
                "POST /api/v1/worker/plan",
                FakeBerth.Reply.problem(503, "{\"detail\":\"Inner does not answer\"}")
                        .retryAfter(5));

        Shell.Result result = plan();

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("try again in 5 s");
    }

    private Shell.Result plan(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "deploy";
        arguments[1] = directory.toString();
        arguments[2] = "--plan";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Shell.at(berth).run(arguments);
    }

    private static Json text() {
        return new Json.Text(MANIFEST);
    }
}
