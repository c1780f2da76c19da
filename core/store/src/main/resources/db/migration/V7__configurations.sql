-- Variables and secrets: each revision has a key of its own, which the config key wraps and another one may wrap anew.

ALTER TABLE config_revisions
    -- null in rows of before, which the config key itself encrypts
    ADD COLUMN data_key bytea CHECK (length(data_key) = 60);

-- who wraps a revision's key anew changes what it is wrapped by, and nothing of what it holds
CREATE FUNCTION refuse_all_but_rewrapping() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.key_id = OLD.key_id OR NEW.data_key IS NULL OR NEW.data_key = OLD.data_key
        OR (NEW.id, NEW.tenant_id, NEW.worker_id, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.tenant_id, OLD.worker_id, OLD.created_at)
        OR OLD.data_key IS NOT NULL
            AND (NEW.nonce, NEW.ciphertext) IS DISTINCT FROM (OLD.nonce, OLD.ciphertext)
    THEN
        RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

DROP TRIGGER immutable ON config_revisions;
CREATE TRIGGER immutable BEFORE UPDATE ON config_revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_all_but_rewrapping();

-- Config keys that nothing is wrapped by any more, nor ever will be.
CREATE TABLE retired_config_keys (
    key_id     text PRIMARY KEY,
    retired_at timestamptz NOT NULL DEFAULT now()
);

-- who sealed before his key was retired does so again, with the key that there is now
CREATE FUNCTION refuse_retired_key() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM retired_config_keys WHERE key_id = NEW.key_id) THEN
        RAISE EXCEPTION 'config key % is retired', NEW.key_id
            USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER retired BEFORE INSERT ON config_revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key();

-- Which release of a version served last: what going back to the version goes back to.
CREATE TABLE served_releases (
    version_id bigint PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
    release_id bigint NOT NULL
);

INSERT INTO served_releases (version_id, release_id)
SELECT DISTINCT ON (r.version_id) r.version_id, r.id
FROM worker_status s JOIN releases r ON r.id IN (s.serving, s.warm)
ORDER BY r.version_id, r.id DESC;

CREATE FUNCTION note_served() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO served_releases (version_id, release_id)
    SELECT version_id, id FROM releases WHERE id = NEW.serving
    ON CONFLICT (version_id) DO UPDATE SET release_id = excluded.release_id;
    RETURN NULL;
END $$;

CREATE TRIGGER served AFTER UPDATE ON worker_status
    FOR EACH ROW WHEN (NEW.serving IS NOT NULL AND NEW.serving IS DISTINCT FROM OLD.serving)
    EXECUTE FUNCTION note_served();

ALTER TABLE tasks
    DROP CONSTRAINT tasks_type_check,
    ADD CONSTRAINT tasks_type_check CHECK (type IN ('worker.deploy', 'worker.rollback',
        'worker.promote', 'worker.abort', 'worker.sync-env', 'worker.sync-secret', 'worker.update',
        'worker.delete', 'worker.reconcile'));

GRANT SELECT (tenant_id, worker_id, key_id, data_key, nonce, ciphertext)
    ON config_revisions TO berth_outer;
GRANT INSERT (data_key) ON config_revisions TO berth_outer;
GRANT SELECT ON served_releases TO berth_outer;
GRANT UPDATE (project_id, cpu, memory, disk, min_replicas, max_replicas, region, strategy, runtime)
    ON workers TO berth_outer;
