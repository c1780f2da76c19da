package dev.berth.rest.outer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.SeenRollout;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.intent.worker.SeenWorker;
import dev.berth.intent.worker.VersionEntry;
import dev.berth.intent.worker.WorkerDetails;
import dev.berth.model.Artifact;
import dev.berth.model.Condition;
import dev.berth.model.Health;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.rest.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The exact JSON that clients were written for. */
class WorkerViewsTest {

    private static final Instant THEN = Instant.parse("2026-11-21T10:00:00.123456Z");
    private static final UUID ID = new UUID(0, 1);
    private static final PublicUrls URLS =
            new PublicUrls("http://{worker_id}.worker.localhost:8080");
    private static final Worker WORKER =
            new Worker(
                    new WorkerId("0123abcd"),
                    new TenantId(ID),
                    new ProjectId(ID),
                    "hello",
                    new WorkerSettings("1", "500Mi", "2Gi", 1, 2, "", "recreate", "process"),
                    OptionalLong.of(3),
                    2,
                    Optional.empty(),
                    2,
                    false,
                    THEN);
    private static final WorkerStatus ACTIVE =
            new WorkerStatus(
                    2,
                    WorkerStatus.Phase.ACTIVE,
                    OptionalLong.of(7),
                    List.of(new Condition("Isolated", false, "SameUser", "all alike")),
                    "");

    @Test
    void workerInAList() {
        assertThat(Json.write(WorkerLine.of(new SeenWorker(WORKER, ACTIVE), URLS)))
                .isEqualTo(
                        json(
                                """
                                {"worker_id":"0123abcd","worker_name":"hello","status":"active",
                                "active_version_id":7,"url":"http://0123abcd.worker.localhost:8080"}
                                """));
    }

    @Test
    void workerThatNothingWasDoneForHasNoActiveVersion() {
        assertThat(Json.write(WorkerLine.of(new SeenWorker(WORKER, WorkerStatus.NONE), URLS)))
                .isEqualTo(
                        json(
                                """
                                {"worker_id":"0123abcd","worker_name":"hello","status":"loading",
                                "url":"http://0123abcd.worker.localhost:8080"}
                                """));
    }

    @Test
    void workerInDetail() {
        WorkerDetails details =
                new WorkerDetails(
                        new SeenWorker(WORKER, ACTIVE),
                        new Paged<>(List.of(), 12),
                        List.of(new SeenRelease(3, 7, 100, 2, 1)),
                        new SeenRollout(
                                2,
                                Optional.of("wait"),
                                "canary: 10 % for 3 s, 34 requests, 0 errors",
                                THEN,
                                Optional.of(THEN),
                                false));

        assertThat(Json.write(WorkerDetailsView.of(details, URLS)))
                .isEqualTo(
                        json(
                                """
                                {"worker":{"worker_id":"0123abcd","worker_name":"hello",
                                "tenant_id":"00000000-0000-0000-0000-000000000001",
                                "project_id":"00000000-0000-0000-0000-000000000001",
                                "status":"active","message":"","active_version_id":7,
                                "assigned_cpu":"1","assigned_memory":"500Mi","assigned_disk":"2Gi",
                                "min_replicas":1,"max_replicas":2,"main_region":"",
                                "strategy":"recreate","runtime":"process","generation":2,
                                "observed_generation":2,"created_at":"2026-11-21T10:00:00.123456Z"},
                                "url":"http://0123abcd.worker.localhost:8080","versions":[],"total":12,
                                "conditions":[{"type":"Isolated","status":"False",
                                "reason":"SameUser","message":"all alike"}],
                                "releases":[{"release":3,"version_id":7,"weight":100,"replicas":2,
                                "ready_replicas":1}],
                                "rollout":{"release":3,"step":"wait",
                                "phrase":"canary: 10 % for 3 s, 34 requests, 0 errors",
                                "since":"2026-11-21T10:00:00.123456Z",
                                "shares_since":"2026-11-21T10:00:00.123456Z"}}
                                """));
    }

    @Test
    void versionOfASource() {
        assertThat(Json.write(version(new Artifact.Source(new SourceId("a".repeat(64)), "web"))))
                .isEqualTo(
                        json(
                                """
                                {"version_id":7,"status":"success","message":"",
                                "source":"sha256:%s","path":"web","port":8080,"replicas":2,
                                "strategy":"recreate","commit_sha":"abc",
                                "created_by":"00000000-0000-0000-0000-000000000001",
                                "created_at":"2026-11-21T10:00:00.123456Z",
                                "changed":["replicas"]}
                                """
                                        .formatted("a".repeat(64))));
    }

    @Test
    void versionOfAnImage() {
        assertThat(Json.write(version(new Artifact.Image("web:1"))))
                .startsWith(
                        "{\"version_id\":7,\"status\":\"success\",\"message\":\"\",\"image\":\"web:1\","
                                + "\"port\":8080,");
    }

    private static VersionView version(Artifact artifact) {
        return VersionView.of(
                new VersionEntry(
                        new SeenVersion(
                                new Version(
                                        7,
                                        WORKER.id(),
                                        artifact,
                                        List.of(),
                                        new Health.Tcp(),
                                        OptionalInt.of(8080),
                                        2,
                                        "recreate",
                                        "abc",
                                        new UserId(ID),
                                        THEN),
                                new VersionStatus(VersionStatus.Phase.SUCCESS, "")),
                        List.of("replicas")));
    }

    /** Joins lines: what is compared has no line ends. */
    private static String json(String lines) {
        return lines.replace("\n", "");
    }
}
