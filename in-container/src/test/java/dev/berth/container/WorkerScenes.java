package dev.berth.container;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Workers in the states that calls need. Since no edge runs here, Inner brings none to its end:
 * what it would write then, the test writes.
 */
final class WorkerScenes {

    private static final String WORKER = "/api/v1/worker";

    private final Account account;
    private final Client me;

    WorkerScenes(Account account) {
        this.account = account;
        this.me = account.client();
    }

    /** Returns a worker whose rollout goes on. */
    String rollingOut() {
        String worker = deployed();
        awaitQuiet(worker);
        Superuser.update(
                "UPDATE worker_status s SET rollout = w.rollout, step ="
                        + " '{\"step\": \"wait\", \"phrase\": \"\", \"call_again_after\": \"PT1H\"}'"
                        + " FROM workers w WHERE w.id = s.worker_id AND w.id = ?",
                worker);
        return worker;
    }

    /** Deploys to a worker twice, and returns the first version, which has served. */
    long served(String worker) {
        long version = account.deploy(worker);
        account.deploy(worker);
        awaitQuiet(worker);
        Superuser.update(
                "INSERT INTO version_status (version_id, phase) VALUES (?, 'success')"
                        + " ON CONFLICT (version_id) DO UPDATE SET phase = 'success'",
                version);
        return version;
    }

    /** Returns a task that has failed. */
    String failedTask() {
        String worker = deployed();
        awaitQuiet(worker);
        String task = task(worker);
        Superuser.update(
                "UPDATE tasks SET state = 'failed', finished_at = now(),"
                        + " lease_owner = NULL, lease_until = NULL WHERE id = ?::uuid",
                task);
        return task;
    }

    /** Returns a worker to which an image was deployed. */
    String deployed() {
        String worker = account.worker();
        account.deploy(worker);
        return worker;
    }

    /** Returns a worker that has variables, or secrets. */
    String configured(String kind) {
        String worker = account.worker();
        me.post(
                WORKER + "/" + worker + "/" + kind,
                "{\"values\": {\"COLOUR\": \"blue\", \"SIZE\": \"9\"}}");
        return worker;
    }

    /** Returns a worker that was deployed from a source. */
    String fromSource() {
        byte[] archive = Archives.source("App");
        String digest = Signing.digest(archive);
        me.call("PUT", "/api/v1/source/" + digest, archive, "Content-Type", "application/gzip");
        String worker = account.worker();
        me.post(
                WORKER + "/deploy",
                "{\"worker_id\": \"%s\", \"source\": \"sha256:%s\"}".formatted(worker, digest));
        return worker;
    }

    /** Waits until Inner has done, or put off, all that is to be done for a worker. */
    private void awaitQuiet(String worker) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                StreamSupport.stream(newest().spliterator(), false)
                                        .filter(task -> isOf(worker, task))
                                        .map(task -> task.path("status").asText())
                                        .noneMatch(List.of("pending", "running")::contains));
    }

    /** Returns the newest task of a worker. */
    String task(String worker) {
        return StreamSupport.stream(newest().spliterator(), false)
                .filter(task -> isOf(worker, task))
                .findFirst()
                .orElseThrow()
                .path("task_id")
                .asText();
    }

    private JsonNode newest() {
        return me.get("/api/v1/task").body();
    }

    private static boolean isOf(String worker, JsonNode task) {
        return task.path("worker_id").asText().equals(worker);
    }
}
