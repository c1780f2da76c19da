package dev.berth.store.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.WorkerStatus;
import dev.berth.store.rollout.StepJson;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Words;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import java.time.Instant;

/** Writes what became of a worker, in one statement. */
final class WorkerSaver {

    /** What is told of versions is told before what is told of their worker. */
    private static final String SAVE =
            """
            , said AS (
                SELECT r.* FROM latest CROSS JOIN jsonb_to_recordset(?::jsonb) AS r (
                    release_id bigint, version_id bigint, wanted integer, weight integer,
                    idle_since timestamptz, seen_requests bigint, seen_errors bigint,
                    seen_latency bigint, endpoints jsonb, failure text, phase text, message text)
            ), kept AS (
                INSERT INTO release_status AS s (release_id, wanted, weight, idle_since,
                    seen_requests, seen_errors, seen_latency, endpoints, failure)
                SELECT release_id, wanted, weight, idle_since, seen_requests, seen_errors,
                    seen_latency, endpoints, failure
                FROM said
                ON CONFLICT (release_id) DO UPDATE SET wanted = excluded.wanted,
                    weight = excluded.weight, idle_since = excluded.idle_since,
                    seen_requests = excluded.seen_requests, seen_errors = excluded.seen_errors,
                    seen_latency = excluded.seen_latency, endpoints = excluded.endpoints,
                    failure = excluded.failure
                WHERE (s.*) IS DISTINCT FROM (excluded.*)
            ), told AS (
                INSERT INTO version_status AS s (version_id, phase, message)
                SELECT DISTINCT ON (version_id) version_id, phase, message FROM said
                ORDER BY version_id, release_id DESC
                ON CONFLICT (version_id) DO UPDATE SET phase = excluded.phase,
                    message = excluded.message
                WHERE (s.*) IS DISTINCT FROM (excluded.*)
                RETURNING version_id
            )
            UPDATE worker_status s SET observed = ?, phase = ?, active_version = ?::bigint,
                conditions = ?::jsonb, message = ?, step = ?::jsonb, step_since = ?,
                step_shifted = ?::timestamptz, rollout = ?, followed = ?, refused = ?::bigint,
                serving = ?::bigint, warm = ?::bigint, warm_until = ?::timestamptz,
                look_at = ?::timestamptz
            FROM latest CROSS JOIN (SELECT count(*) FROM told) AS first
            WHERE s.worker_id = latest.worker_id
            RETURNING s.worker_id
            """;

    private final Fence fence;

    WorkerSaver(Fence fence) {
        this.fence = fence;
    }

    void save(WorkerFacts facts) {
        WorkerStatus status = facts.status();
        RolloutFacts rollout = facts.rollout();
        fence.statement(
                SAVE,
                releases(facts),
                status.observed(),
                Words.of(status.phase()),
                status.activeVersion(),
                Json.text(status.conditions()),
                status.message(),
                rollout.step().map(StepJson::write),
                rollout.since(),
                rollout.shifted(),
                rollout.number(),
                rollout.followed(),
                rollout.refused(),
                facts.serving(),
                facts.warm().map(Warm::release),
                facts.warm().map(Warm::until),
                facts.lookAt());
    }

    private static String releases(WorkerFacts facts) {
        ArrayNode releases = Json.MAPPER.createArrayNode();
        facts.releases().forEach(release -> write(release, releases.addObject()));
        return Json.text(releases);
    }

    private static void write(ReleaseFacts release, ObjectNode json) {
        json.put("release_id", release.number())
                .put("version_id", release.version().id())
                .put("wanted", release.wanted())
                .put("weight", release.weight())
                .put("idle_since", release.idleSince().map(Instant::toString).orElse(null))
                .put("seen_requests", release.before().requests())
                .put("seen_errors", release.before().errors())
                .put("seen_latency", release.before().latency().toNanos())
                .put("failure", release.failure().orElse(null))
                .put("phase", Words.of(release.versionStatus().phase()))
                .put("message", release.versionStatus().message())
                .putPOJO("endpoints", release.endpoints());
    }
}
