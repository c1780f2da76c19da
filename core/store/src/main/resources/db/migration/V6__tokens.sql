-- Tokens that users make for themselves: what they allow, until when, and when they were used.

ALTER TABLE tokens
    -- those that there are may do everything; each later one says it
    ADD COLUMN scopes       text NOT NULL DEFAULT 'read deploy write admin'
                            CHECK (scopes ~ '^(read|deploy|write|admin)( (read|deploy|write|admin))*$'),
    ADD COLUMN expires_at   timestamptz CHECK (expires_at > created_at),
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN revoked_at   timestamptz;
ALTER TABLE tokens ALTER COLUMN scopes DROP DEFAULT;

CREATE UNIQUE INDEX tokens_name ON tokens (user_id, name) WHERE revoked_at IS NULL;

-- a token begins unused and not revoked
REVOKE INSERT ON tokens FROM berth_outer;
GRANT INSERT (id, user_id, name, sha256, created_at, scopes, expires_at) ON tokens TO berth_outer;
GRANT UPDATE (last_used_at, revoked_at) ON tokens TO berth_outer;
