package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutCommandsIT {

    private static final String SHOW = "GET /api/v1/worker/1a2b3c4d";

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
    void rollbackNamesTheVersion() {
        berth.amiss(SHOW, shown(7, 4, 4, ""));

        Shell.Result result = Shell.at(berth).run("rollback", "hello", "7", "--keep-config");

        assertThat(result)
                .isEqualTo(
                        new Shell.Result(
                                0, "", "going back to version 7 of 'hello'\nversion 7 answers\n"));
        assertThat(berth.bodies()).containsExactly("{\"version_id\":7,\"keep_config\":true}");
    }

    @Test
    void rollbackFindsTheNewestGoodVersionBeforeTheActiveOne() {
        berth.amiss(
                SHOW,
                FakeBerth.Reply.json(
                        200,
                        """
                        {"worker":{"active_version_id":5},"versions":[
                        {"version_id":6,"status":"success"},{"version_id":5,"status":"success"},
                        {"version_id":4,"status":"error"},{"version_id":3,"status":"success"},
                        {"version_id":2,"status":"success"}]}
                        """));

        Shell.Result result = Shell.at(berth).run("rollback", "hello", "--no-wait");

        assertThat(result.status()).isZero();
        assertThat(berth.bodies()).containsExactly("{\"version_id\":3}");
    }

    @Test
    void rollbackWithNothingToGoBackToSaysSo() {
        Shell.Result result = Shell.at(berth).run("rollback", "hello");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("no good version of 'hello' before the active one");
    }

    @Test
    void rollbackThatFailsSaysWhy() {
        berth.amiss(SHOW, shown(8, 4, 4, "its image is gone"));

        Shell.Result result = Shell.at(berth).run("rollback", "hello", "7");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("going back to version 7 of 'hello' failed: its image");
    }

    @Test
    void promoteAndAbortJudgeTheRollout() {
        assertThat(Shell.at(berth).run("promote", "hello").err())
                .isEqualTo("the rollout of 'hello' goes on\n");
        assertThat(Shell.at(berth).run("--json", "abort", "hello").out())
                .isEqualTo("{\"message\":\"done\"}\n");
        assertThat(berth.requests())
                .contains(
                        "POST /api/v1/worker/1a2b3c4d/promote",
                        "POST /api/v1/worker/1a2b3c4d/abort");
    }

    @Test
    void withoutARolloutThereIsAConflict() {
        berth.amiss(
                "POST /api/v1/worker/1a2b3c4d/promote",
                FakeBerth.Reply.problem(
                        409, "{\"detail\":\"cannot promote: no rollout of worker goes on\"}"));

        Shell.Result result = Shell.at(berth).run("promote", "hello");

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).contains("no rollout of worker goes on");
    }

    @Test
    void workerShowsItsRolloutAndItsReleases() {
        berth.amiss(
                SHOW,
                FakeBerth.Reply.json(
                        200,
                        """
                        {"worker":{"strategy":"canary"},"versions":[],
                        "rollout":{"phrase":"canary: 10 % for 10 s, 34 requests, 0 errors"},
                        "releases":[{"release":9,"version_id":7,"weight":10,"replicas":2,
                        "ready_replicas":1}]}
                        """));

        Shell.Result result = Shell.at(berth).run("worker", "hello");

        assertThat(result.out())
                .contains(
                        "strategy canary",
                        "rollout  canary: 10 % for 10 s, 34 requests, 0 errors",
                        "9        7        10 %     1/2");
    }

    private static FakeBerth.Reply shown(
            long active, long generation, long observed, String message) {
        return FakeBerth.Reply.json(
                200,
                """
                {"worker":{"active_version_id":%d,"generation":%d,"observed_generation":%d,
                "message":"%s"},"versions":[]}
                """
                        .formatted(active, generation, observed, message));
    }
}
