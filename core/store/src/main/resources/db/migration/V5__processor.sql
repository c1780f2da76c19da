-- What the processor of tasks needs: a lane per runtime, a second chance, events, cron.

ALTER TABLE tasks
    ADD COLUMN runtime     text NOT NULL DEFAULT '',
    -- who asked for it; null for Berth itself
    ADD COLUMN actor       text,
    ADD COLUMN traceparent text,
    -- what had failed is to be tried again, once
    ADD COLUMN afresh      boolean NOT NULL DEFAULT false;

UPDATE tasks t SET runtime = w.runtime FROM workers w WHERE w.id = t.worker_id;

CREATE INDEX tasks_finished ON tasks (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX task_attempts_ended ON task_attempts (ended_at) WHERE ended_at IS NOT NULL;

CREATE FUNCTION find_lane() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT runtime INTO NEW.runtime FROM workers WHERE id = NEW.worker_id;
    NEW.runtime = coalesce(NEW.runtime, '');
    RETURN NEW;
END $$;

CREATE TRIGGER lane BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION find_lane();

-- Events wait here until the broker has them. Nothing refers to a worker, which may be gone by then.

CREATE TABLE outbox (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid NOT NULL DEFAULT gen_random_uuid(),
    topic       text NOT NULL CHECK (topic IN ('berth.events', 'berth.tasks.dlq')),
    type        text NOT NULL,
    subject     text NOT NULL,
    tenant_id   uuid NOT NULL,
    worker_id   text NOT NULL,
    actor       text,
    request_id  text NOT NULL,
    traceparent text,
    data        jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX outbox_age ON outbox (at) WHERE topic = 'berth.events';

-- The triggers write as the owner: whoever changes a status can neither forget nor forge its event.

CREATE FUNCTION tell_of_task() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (topic, type, subject, tenant_id, worker_id, actor, request_id, traceparent,
        data)
    SELECT topic, 'dev.berth.task.status', 'task/' || NEW.id, NEW.tenant_id, NEW.worker_id,
        NEW.actor, NEW.request_id, NEW.traceparent, jsonb_build_object(
            'task_id', NEW.id, 'type', NEW.type, 'worker_id', NEW.worker_id,
            'generation', NEW.generation, 'status', NEW.state, 'attempts', NEW.attempts,
            'error', NEW.error)
    FROM unnest(CASE NEW.state
        WHEN 'failed' THEN ARRAY['berth.events', 'berth.tasks.dlq']
        ELSE ARRAY['berth.events'] END) AS topic;
    RETURN NULL;
END $$;

-- a pause is no change for whoever waits: a task that is looked at again and again just runs
CREATE TRIGGER tell_new AFTER INSERT ON tasks
    FOR EACH ROW WHEN (NEW.type <> 'worker.reconcile') EXECUTE FUNCTION tell_of_task();
CREATE TRIGGER tell AFTER UPDATE OF state ON tasks
    FOR EACH ROW WHEN (NEW.type <> 'worker.reconcile' AND NEW.state <> OLD.state
        AND (NEW.state IN ('retrying', 'succeeded', 'failed')
            OR NEW.state = 'running' AND (OLD.attempts = 0 OR OLD.state = 'retrying')))
    EXECUTE FUNCTION tell_of_task();

-- the cause of a change is the task that is being worked on
CREATE FUNCTION tell(about text, subject text, worker text, data jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO outbox (topic, type, subject, tenant_id, worker_id, actor, request_id, traceparent,
        data)
    SELECT 'berth.events', about, subject, w.tenant_id, w.id, t.actor, coalesce(t.request_id, ''),
        t.traceparent, data
    FROM workers w LEFT JOIN tasks t ON t.worker_id = w.id AND t.state = 'running'
    WHERE w.id = worker
$$;

CREATE FUNCTION tell_of_worker() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM tell('dev.berth.worker.status', 'worker/' || NEW.worker_id, NEW.worker_id,
        jsonb_build_object('worker_id', NEW.worker_id, 'status', NEW.phase,
            'active_version_id', NEW.active_version, 'conditions', NEW.conditions,
            'message', NEW.message));
    RETURN NULL;
END $$;

CREATE TRIGGER tell AFTER UPDATE ON worker_status
    FOR EACH ROW WHEN ((OLD.phase, OLD.active_version, OLD.conditions, OLD.message)
        IS DISTINCT FROM (NEW.phase, NEW.active_version, NEW.conditions, NEW.message))
    EXECUTE FUNCTION tell_of_worker();

CREATE FUNCTION tell_of_version() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    worker text;
BEGIN
    SELECT worker_id INTO worker FROM versions WHERE id = NEW.version_id;
    PERFORM tell('dev.berth.version.status', 'worker/' || worker || '/version/' || NEW.version_id,
        worker, jsonb_build_object('worker_id', worker, 'version_id', NEW.version_id,
            'status', NEW.phase, 'message', NEW.message));
    RETURN NULL;
END $$;

CREATE TRIGGER tell_new AFTER INSERT ON version_status
    FOR EACH ROW EXECUTE FUNCTION tell_of_version();
CREATE TRIGGER tell AFTER UPDATE ON version_status
    FOR EACH ROW WHEN ((OLD.phase, OLD.message) IS DISTINCT FROM (NEW.phase, NEW.message))
    EXECUTE FUNCTION tell_of_version();

-- its rows go with it, so before: what was to delete it has succeeded, and it is gone
CREATE FUNCTION tell_of_purge() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO outbox (topic, type, subject, tenant_id, worker_id, actor, request_id, traceparent,
        data)
    SELECT 'berth.events', 'dev.berth.task.status', 'task/' || t.id, t.tenant_id, t.worker_id,
        t.actor, t.request_id, t.traceparent, jsonb_build_object(
            'task_id', t.id, 'type', t.type, 'worker_id', t.worker_id,
            'generation', t.generation, 'status', 'succeeded', 'attempts', t.attempts, 'error', '')
    FROM tasks t
    WHERE t.worker_id = OLD.id AND t.state IN ('pending', 'running', 'retrying')
        AND t.type <> 'worker.reconcile'
    ORDER BY t.seq;
    PERFORM tell('dev.berth.worker.status', 'worker/' || OLD.id, OLD.id,
        jsonb_build_object('worker_id', OLD.id, 'status', 'deleted'));
    RETURN OLD;
END $$;

CREATE TRIGGER tell BEFORE DELETE ON workers FOR EACH ROW EXECUTE FUNCTION tell_of_purge();

-- One row per duty: whoever moves it on by the clock of the database does the duty, in one transaction.

CREATE TABLE cron_jobs (
    job      text PRIMARY KEY,
    due_at   timestamptz NOT NULL,
    fired_at timestamptz,
    firings  bigint NOT NULL DEFAULT 0 CHECK (firings >= 0)
);

GRANT SELECT (actor, traceparent, afresh) ON tasks TO berth_outer;
GRANT INSERT (actor, traceparent, afresh) ON tasks TO berth_outer;

GRANT UPDATE (afresh) ON tasks TO berth_inner;
GRANT DELETE ON task_attempts TO berth_inner;
GRANT SELECT, DELETE ON outbox TO berth_inner;
GRANT SELECT ON cron_jobs TO berth_inner;
GRANT INSERT (job, due_at) ON cron_jobs TO berth_inner;
GRANT UPDATE (due_at, fired_at, firings) ON cron_jobs TO berth_inner;
