-- What may not happen to a row, whoever asks.

CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER immutable BEFORE UPDATE ON versions
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON config_revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_update();
CREATE TRIGGER immutable BEFORE UPDATE ON releases
    FOR EACH ROW EXECUTE FUNCTION refuse_update();

CREATE FUNCTION check_worker_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.generation <> OLD.generation + 1 THEN
        RAISE EXCEPTION 'worker % is at generation %, so a change makes it % and not %',
            OLD.id, OLD.generation, OLD.generation + 1, NEW.generation
            USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.deleted THEN
        RAISE EXCEPTION 'worker % is being deleted', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER change BEFORE UPDATE ON workers
    FOR EACH ROW EXECUTE FUNCTION check_worker_change();

CREATE FUNCTION check_worker_purge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT OLD.deleted THEN
        RAISE EXCEPTION 'worker % is not marked as deleted', OLD.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER purge BEFORE DELETE ON workers
    FOR EACH ROW EXECUTE FUNCTION check_worker_purge();

-- active and deleting workers go back to loading only for a generation that is yet to be reached
CREATE FUNCTION check_worker_phase() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wanted bigint;
BEGIN
    SELECT generation INTO wanted FROM workers WHERE id = NEW.worker_id;
    IF NEW.phase = 'loading' AND wanted <= OLD.observed THEN
        RAISE EXCEPTION 'worker % goes from % to loading without a new generation',
            NEW.worker_id, OLD.phase USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER phase BEFORE UPDATE ON worker_status
    FOR EACH ROW WHEN (OLD.phase = 'active' AND NEW.phase = 'loading')
    EXECUTE FUNCTION check_worker_phase();

CREATE FUNCTION check_version_phase() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'version % goes from % to %', NEW.version_id, OLD.phase, NEW.phase
        USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER phase BEFORE UPDATE ON version_status
    FOR EACH ROW WHEN (OLD.phase = 'success' AND NEW.phase = 'loading')
    EXECUTE FUNCTION check_version_phase();
