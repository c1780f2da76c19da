package dev.berth.store;

import dev.berth.model.WorkerStatus;
import dev.berth.work.ReleaseFacts;
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
        sql.update(
                """
                UPDATE worker_status SET observed = ?, phase = ?, active_version = ?::bigint,
                    conditions = ?::jsonb, message = ?, step = ?::jsonb, step_since = ?,
                    serving = ?::bigint
                WHERE worker_id = ?
                """,
                status.observed(),
                Words.of(status.phase()),
                status.activeVersion(),
                Json.text(status.conditions()),
                status.message(),
                facts.step().map(StepJson::write),
                facts.since(),
                facts.serving(),
                facts.worker().id().value());
    }

    private void save(ReleaseFacts release) {
        sql.update(
                """
                INSERT INTO release_status (release_id, wanted, weight, endpoints, failure)
                VALUES (?, ?, ?, ?::jsonb, ?::text)
                ON CONFLICT (release_id) DO UPDATE SET wanted = excluded.wanted,
                    weight = excluded.weight, endpoints = excluded.endpoints,
                    failure = excluded.failure
                """,
                release.number(),
                release.wanted(),
                release.weight(),
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
