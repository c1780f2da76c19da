-- Requests that users sign, and requests that have one effect however often they are sent.

-- what a user signs by, encrypted with the config key
CREATE TABLE signing_keys (
    user_id    uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    key_id     text NOT NULL,
    nonce      bytea NOT NULL CHECK (length(nonce) = 12),
    ciphertext bytea NOT NULL,
    created_at timestamptz NOT NULL
);

-- those that came within the time in which one is good
CREATE TABLE signatures (
    user_id         uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    mark            text NOT NULL CHECK (length(mark) <= 100),
    idempotency_key text CHECK (length(idempotency_key) <= 128),
    seen_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, mark)
);
CREATE INDEX signatures_seen ON signatures (seen_at);

-- what was answered, encrypted with the config key; nothing where that showed a secret
CREATE TABLE answers (
    tenant_id       uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
    idempotency_key text NOT NULL CHECK (idempotency_key ~ '^[!-~]{1,128}$'),
    fingerprint     text NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
    key_id          text,
    nonce           bytea CHECK (length(nonce) = 12),
    ciphertext      bytea,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, idempotency_key),
    CHECK ((key_id IS NULL) = (nonce IS NULL)),
    CHECK ((key_id IS NULL) = (ciphertext IS NULL))
);
CREATE INDEX answers_created ON answers (created_at);

-- who sealed before his key was retired does so again
CREATE TRIGGER retired BEFORE INSERT OR UPDATE OF key_id ON signing_keys
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key();
CREATE TRIGGER retired BEFORE INSERT OR UPDATE OF key_id ON answers
    FOR EACH ROW EXECUTE FUNCTION refuse_retired_key();

GRANT SELECT, INSERT ON signing_keys TO berth_outer;
GRANT UPDATE (key_id, nonce, ciphertext, created_at) ON signing_keys TO berth_outer;
GRANT SELECT (user_id, mark, idempotency_key) ON signatures TO berth_outer;
GRANT INSERT (user_id, mark, idempotency_key) ON signatures TO berth_outer;
GRANT SELECT (tenant_id, idempotency_key, fingerprint, key_id, nonce, ciphertext)
    ON answers TO berth_outer;
GRANT INSERT (tenant_id, idempotency_key, fingerprint) ON answers TO berth_outer;
GRANT UPDATE (key_id, nonce, ciphertext) ON answers TO berth_outer;

-- to purge
GRANT SELECT (seen_at), DELETE ON signatures TO berth_inner;
GRANT SELECT (created_at), DELETE ON answers TO berth_inner;
