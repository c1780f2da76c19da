package dev.berth.store;

import dev.berth.model.WorkerStatus;
import dev.berth.work.ReleaseFacts;
import dev.berth.work.RolloutFacts;
import dev.berth.work.Warm;
import dev.berth.work.WorkerFacts;

/** Writes what became of a worker. */
final class WorkerSaver {

    private final Sql sql;

    WorkerSaver(Sql sql) {
        this.sql = sql;
    }

    void save(WorkerFacts facts) {
        facts.releases().forEach(this::save);
        WorkerStatus status = facts.status();
        RolloutFacts rollout = facts.rollout();
        sql.update(
                """
                UPDATE worker_status SET observed = ?, phase = ?, active_version = ?::bigint,
                    conditions = ?::jsonb, message = ?, step = ?::jsonb, step_since = ?,
                    step_shifted = ?::timestamptz, rollout = ?, followed = ?, refused = ?::bigint,
                    serving = ?::bigint, warm = ?::bigint, warm_until = ?::timestamptz,
                    look_at = ?::timestamptz
                WHERE worker_id = ?
                """,
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
                facts.lookAt(),
                facts.worker().id().value());
    }

    private void save(ReleaseFacts release) {
        sql.update(
                """
                INSERT INTO release_status (release_id, wanted, weight, idle_since, seen_requests,
                    seen_errors, seen_latency, endpoints, failure)
                VALUES (?, ?, ?, ?::timestamptz, ?, ?, ?, ?::jsonb, ?::text)
                ON CONFLICT (release_id) DO UPDATE SET wanted = excluded.wanted,
                    weight = excluded.weight, idle_since = excluded.idle_since,
                    seen_requests = excluded.seen_requests, seen_errors = excluded.seen_errors,
                    seen_latency = excluded.seen_latency, endpoints = excluded.endpoints,
                    failure = excluded.failure
                """,
                release.number(),
                release.wanted(),
                release.weight(),
                release.idleSince(),
                release.before().requests(),
                release.before().errors(),
                release.before().latency().toNanos(),
                Json.text(release.endpoints()),
                release.failure());
        sql.update(
                """
                INSERT INTO version_status AS s (version_id, phase, message) VALUES (?, ?, ?)
                ON CONFLICT (version_id) DO UPDATE SET phase = excluded.phase,
                    message = excluded.message
                WHERE (s.phase, s.message) IS DISTINCT FROM (excluded.phase, excluded.message)
                """,
                release.version().id(),
                Words.of(release.versionStatus().phase()),
                release.versionStatus().message());
    }
}
