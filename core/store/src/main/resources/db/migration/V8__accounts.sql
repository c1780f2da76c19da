-- Accounts beyond the first: codes by mail, attempts that are counted, invitations, quotas. All of it is Outer's alone.

-- good at the place that asked for it; its hash is keyed, for there are only a million codes
CREATE TABLE codes (
    email      text NOT NULL CHECK (email = lower(email) AND email <> ''),
    origin     text NOT NULL,
    hash       text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    tries      integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (email, origin)
);
CREATE INDEX codes_age ON codes (expires_at);

-- the key is a digest: what is tried, by whom and from where
CREATE TABLE attempts (
    key       text PRIMARY KEY CHECK (key ~ '^[0-9a-f]{64}$'),
    count     integer NOT NULL CHECK (count >= 0),
    free_at   timestamptz NOT NULL,
    forget_at timestamptz NOT NULL
);
CREATE INDEX attempts_age ON attempts (forget_at);

CREATE TABLE invitations (
    id         uuid PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenants,
    email      text NOT NULL CHECK (email = lower(email) AND email <> ''),
    role       text NOT NULL CHECK (role IN ('owner', 'admin', 'developer', 'viewer')),
    invited_by uuid NOT NULL REFERENCES users,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    UNIQUE (tenant_id, email)
);
CREATE INDEX invitations_of_email ON invitations (email);

-- what a tenant has no row for has no limit
CREATE TABLE quotas (
    tenant_id uuid NOT NULL REFERENCES tenants,
    quota     text NOT NULL CHECK (quota IN ('workers', 'replicas', 'memory', 'source_bytes', 'projects', 'members')),
    most      bigint NOT NULL CHECK (most >= 0),
    PRIMARY KEY (tenant_id, quota)
);

GRANT UPDATE (password_hash) ON users TO berth_outer;
GRANT UPDATE (role) ON members TO berth_outer;
GRANT DELETE ON members TO berth_outer;
GRANT SELECT, INSERT, DELETE ON codes TO berth_outer;
GRANT UPDATE (hash, tries, expires_at) ON codes TO berth_outer;
GRANT SELECT, INSERT, DELETE ON attempts TO berth_outer;
GRANT UPDATE (count, free_at, forget_at) ON attempts TO berth_outer;
GRANT SELECT, INSERT, DELETE ON invitations TO berth_outer;
GRANT UPDATE (id, role, invited_by, created_at, expires_at) ON invitations TO berth_outer;
GRANT SELECT, INSERT ON quotas TO berth_outer;
