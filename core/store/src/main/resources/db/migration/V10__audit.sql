-- Who did what, which nobody takes back; and events that stay a while after they were told.

-- Nothing refers to a tenant or a user: what they did stays when they go.
CREATE TABLE audit_log (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- null where nobody knows who it was: a failed login by an unknown address
    tenant_id   uuid,
    actor       uuid,
    way_in      text CHECK (way_in IN ('token', 'session', 'signature')),
    source      text NOT NULL,
    request_id  text NOT NULL,
    operation   text NOT NULL CHECK (operation ~ '^[a-z0-9-]+\.[a-z0-9-]+$'),
    target_kind text NOT NULL,
    target_id   text NOT NULL,
    changes     jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'object'),
    outcome     text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    status      integer CHECK (status BETWEEN 400 AND 599),
    CHECK ((outcome = 'done') = (status IS NULL))
);
CREATE INDEX audit_log_of_tenant ON audit_log (tenant_id, seq DESC);
CREATE INDEX audit_log_age ON audit_log (at);

CREATE TRIGGER immutable BEFORE UPDATE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION refuse_update();

-- the one way out: old rows, all of them, and never those of the last week
CREATE FUNCTION purge_audit(keep interval) RETURNS bigint LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
        DELETE FROM audit_log WHERE at < now() - greatest(keep, interval '7 days') RETURNING 1)
    SELECT count(*) FROM gone
$$;

GRANT SELECT ON audit_log TO berth_outer;
GRANT INSERT (tenant_id, actor, way_in, source, request_id, operation, target_kind, target_id,
              changes, outcome, status) ON audit_log TO berth_outer;
GRANT EXECUTE ON FUNCTION purge_audit TO berth_inner;

-- Events stay for clients who come back. Their order is by transaction, then by number: below the
-- oldest transaction that is still open nothing is ever added.

ALTER TABLE outbox
    ADD COLUMN xid        xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN relayed_at timestamptz;

CREATE INDEX outbox_waiting ON outbox (seq) WHERE relayed_at IS NULL;
CREATE INDEX outbox_position ON outbox (xid, seq) WHERE topic = 'berth.events';
CREATE INDEX outbox_relayed ON outbox (relayed_at) WHERE relayed_at IS NOT NULL;

-- where the events begin that are still there
CREATE TABLE outbox_floor (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    xid xid8 NOT NULL,
    seq bigint NOT NULL
);
INSERT INTO outbox_floor (xid, seq) VALUES (pg_current_xact_id(), 0);

CREATE FUNCTION raise_floor() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE outbox_floor f SET xid = last.xid, seq = last.seq
    FROM (SELECT xid, seq FROM gone WHERE topic = 'berth.events'
          ORDER BY xid DESC, seq DESC LIMIT 1) AS last
    WHERE (last.xid, last.seq) > (f.xid, f.seq);
    RETURN NULL;
END $$;

CREATE TRIGGER raise_floor AFTER DELETE ON outbox REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION raise_floor();

GRANT SELECT (seq, id, topic, type, subject, tenant_id, worker_id, actor, request_id, traceparent,
              data, at, xid) ON outbox TO berth_outer;
GRANT SELECT ON outbox_floor TO berth_outer;
GRANT UPDATE (relayed_at) ON outbox TO berth_inner;
