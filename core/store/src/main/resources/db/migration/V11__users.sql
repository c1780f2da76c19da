-- Duties about users, the operators' report of what each user holds, and what resources report of their use.

-- who may see what everybody holds: the first admin, which nobody becomes by registering
CREATE TABLE operators (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE
);

INSERT INTO operators SELECT id FROM users ORDER BY created_at, id LIMIT 1;

-- A task is about a worker or about a user. What is about a user is done within one transaction of
-- the database, which locks the task: it needs no lease, and is never seen to run.
ALTER TABLE tasks
    ALTER COLUMN worker_id DROP NOT NULL,
    ADD COLUMN user_id uuid REFERENCES users ON DELETE CASCADE,
    DROP CONSTRAINT tasks_type_check,
    ADD CONSTRAINT tasks_type_check CHECK (type IN ('worker.deploy', 'worker.rollback',
        'worker.promote', 'worker.abort', 'worker.sync-env', 'worker.sync-secret', 'worker.update',
        'worker.delete', 'worker.reconcile', 'user.register', 'user.audit')),
    ADD CONSTRAINT tasks_about CHECK (
        (type IN ('user.register', 'user.audit')) = (user_id IS NOT NULL)
        AND (user_id IS NULL) = (worker_id IS NOT NULL));

CREATE INDEX tasks_of_users ON tasks (due_at, user_id)
    WHERE user_id IS NOT NULL AND state IN ('pending', 'retrying');

-- events of one worker, or of one user, stay in order: the column has the id of either
CREATE OR REPLACE FUNCTION tell_of_task() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (topic, type, subject, tenant_id, worker_id, actor, request_id, traceparent,
        data)
    SELECT topic, 'dev.berth.task.status', 'task/' || NEW.id, NEW.tenant_id,
        coalesce(NEW.worker_id, NEW.user_id::text), NEW.actor, NEW.request_id, NEW.traceparent,
        jsonb_strip_nulls(jsonb_build_object(
            'task_id', NEW.id, 'type', NEW.type, 'worker_id', NEW.worker_id,
            'user_id', NEW.user_id,
            'generation', CASE WHEN NEW.worker_id IS NOT NULL THEN NEW.generation END,
            'status', NEW.state, 'attempts', NEW.attempts, 'error', NEW.error))
    FROM unnest(CASE NEW.state
        WHEN 'failed' THEN ARRAY['berth.events', 'berth.tasks.dlq']
        ELSE ARRAY['berth.events'] END) AS topic;
    RETURN NULL;
END $$;

-- what the clock causes nobody waits for
DROP TRIGGER tell_new ON tasks;
CREATE TRIGGER tell_new AFTER INSERT ON tasks
    FOR EACH ROW WHEN (NEW.type NOT IN ('worker.reconcile', 'user.audit'))
    EXECUTE FUNCTION tell_of_task();
DROP TRIGGER tell ON tasks;
CREATE TRIGGER tell AFTER UPDATE OF state ON tasks
    FOR EACH ROW WHEN (NEW.type NOT IN ('worker.reconcile', 'user.audit')
        AND NEW.state <> OLD.state
        AND (NEW.state IN ('retrying', 'succeeded', 'failed')
            OR NEW.state = 'running' AND (OLD.attempts = 0 OR OLD.state = 'retrying')))
    EXECUTE FUNCTION tell_of_task();

-- What each user held when he was looked at last: written by Inner alone.
CREATE TABLE user_reports (
    user_id     uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    audited_at  timestamptz NOT NULL,
    holdings    jsonb NOT NULL CHECK (jsonb_typeof(holdings) = 'array'),
    differences jsonb NOT NULL CHECK (jsonb_typeof(differences) = 'array')
);

-- the first look is taken at once, and not a day after
INSERT INTO cron_jobs (job, due_at) VALUES ('user-audit', now());

-- What was reported of the use of resources. A span that is reported again is the same row.
CREATE TABLE usage_reports (
    tenant_id     uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
    resource_type text NOT NULL CHECK (resource_type IN ('rdb', 'kv', 's3', 'mq')),
    resource_id   text NOT NULL CHECK (resource_id ~ '^[!-~]{1,64}$'),
    span_start    timestamptz NOT NULL,
    span_end      timestamptz NOT NULL CHECK (span_end > span_start),
    datachange    bigint NOT NULL,
    reported_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, resource_type, resource_id, span_start, span_end)
);
CREATE INDEX usage_reports_age ON usage_reports (span_end);

-- one more way in: another part of Berth, for a user
ALTER TABLE audit_log
    DROP CONSTRAINT audit_log_way_in_check,
    ADD CONSTRAINT audit_log_way_in_check
        CHECK (way_in IN ('token', 'session', 'signature', 'service'));

-- The one way out for what lets people in: what is over, and has been for a day at least, so that
-- Inner need not have the right to delete what still counts.
CREATE FUNCTION purge_credentials(keep interval) RETURNS bigint LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH line AS (
        SELECT now() - greatest(keep, interval '1 day') AS at
    ), gone_tokens AS (
        DELETE FROM tokens USING line WHERE least(revoked_at, expires_at) < line.at RETURNING 1
    ), gone_sessions AS (
        DELETE FROM sessions USING line WHERE least(ended_at, expires_at) < line.at RETURNING 1
    ), gone_invitations AS (
        DELETE FROM invitations USING line WHERE expires_at < line.at RETURNING 1
    ), gone_codes AS (
        DELETE FROM codes WHERE expires_at < now() - interval '1 day' RETURNING 1
    ), gone_attempts AS (
        DELETE FROM attempts WHERE forget_at < now() - interval '1 day' RETURNING 1
    )
    SELECT (SELECT count(*) FROM gone_tokens) + (SELECT count(*) FROM gone_sessions)
        + (SELECT count(*) FROM gone_invitations) + (SELECT count(*) FROM gone_codes)
        + (SELECT count(*) FROM gone_attempts)
$$;

GRANT SELECT, INSERT ON operators TO berth_outer;
GRANT INSERT (user_id) ON tasks TO berth_outer;
GRANT SELECT ON user_reports TO berth_outer;
GRANT SELECT (tenant_id, resource_type, resource_id, span_start, span_end, datachange)
    ON usage_reports TO berth_outer;

GRANT SELECT (id) ON users TO berth_inner;
GRANT SELECT (id, personal_of) ON tenants TO berth_inner;
GRANT SELECT (tenant_id, user_id, role) ON members TO berth_inner;
GRANT SELECT (tenant_id, expires_at) ON invitations TO berth_inner;
GRANT SELECT (tenant_id, name) ON projects TO berth_inner;
GRANT SELECT (tenant_id, quota, most) ON quotas TO berth_inner;
GRANT INSERT (user_id) ON tasks TO berth_inner;
GRANT SELECT, INSERT ON user_reports TO berth_inner;
GRANT UPDATE (audited_at, holdings, differences) ON user_reports TO berth_inner;
GRANT SELECT (tenant_id, resource_type, resource_id, span_start, span_end) ON usage_reports
    TO berth_inner;
GRANT INSERT (tenant_id, resource_type, resource_id, span_start, span_end, datachange)
    ON usage_reports TO berth_inner;
GRANT DELETE ON usage_reports TO berth_inner;
GRANT EXECUTE ON FUNCTION purge_credentials TO berth_inner;
