-- What a rollout needs beyond its step: its name, a developer's verdict, traffic to compare, and what is kept.

ALTER TABLE workers
    -- the generation that wanted the release
    ADD COLUMN rollout            bigint NOT NULL DEFAULT 0 CHECK (rollout >= 0),
    ADD COLUMN verdict            text CHECK (verdict IN ('promote', 'abort')),
    ADD COLUMN verdict_release    bigint,
    ADD COLUMN verdict_generation bigint,
    ADD CHECK ((verdict IS NULL) = (verdict_release IS NULL)),
    ADD CHECK ((verdict IS NULL) = (verdict_generation IS NULL)),
    ADD FOREIGN KEY (id, verdict_release) REFERENCES releases (worker_id, id);

ALTER TABLE worker_status
    ADD COLUMN rollout      bigint NOT NULL DEFAULT 0,
    ADD COLUMN step_shifted timestamptz,
    ADD COLUMN followed     bigint NOT NULL DEFAULT 0,
    ADD COLUMN refused      bigint,
    ADD COLUMN warm         bigint,
    ADD COLUMN warm_until   timestamptz,
    ADD COLUMN look_at      timestamptz,
    ADD CHECK ((warm IS NULL) = (warm_until IS NULL)),
    ADD FOREIGN KEY (worker_id, warm) REFERENCES releases (worker_id, id);

ALTER TABLE release_status
    ADD COLUMN idle_since     timestamptz,
    ADD COLUMN seen_requests  bigint NOT NULL DEFAULT 0,
    ADD COLUMN seen_errors    bigint NOT NULL DEFAULT 0,
    ADD COLUMN seen_latency   bigint NOT NULL DEFAULT 0;

-- what ended in error is not tried again
UPDATE worker_status s SET refused = 0
FROM workers w
    JOIN releases r ON r.id = w.release_id
    JOIN version_status v ON v.version_id = r.version_id
WHERE w.id = s.worker_id AND v.phase = 'error' AND r.id IS DISTINCT FROM s.serving;

ALTER TABLE tasks
    DROP CONSTRAINT tasks_type_check,
    ADD CONSTRAINT tasks_type_check CHECK (type IN ('worker.deploy', 'worker.rollback',
        'worker.promote', 'worker.abort', 'worker.delete', 'worker.reconcile'));

GRANT UPDATE (rollout, verdict, verdict_release, verdict_generation) ON workers TO berth_outer;
GRANT UPDATE (rollout, step_shifted, followed, refused, warm, warm_until, look_at)
    ON worker_status TO berth_inner;
GRANT UPDATE (idle_since, seen_requests, seen_errors, seen_latency)
    ON release_status TO berth_inner;
GRANT INSERT (due_at) ON tasks TO berth_inner;
