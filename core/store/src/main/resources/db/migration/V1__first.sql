-- Everything belongs to berth_owner; berth_outer and berth_inner get what they need at the end.

-- Intent: written by Outer alone.

CREATE TABLE users (
    id            uuid PRIMARY KEY,
    email         text NOT NULL UNIQUE CHECK (email = lower(email) AND email <> ''),
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE TABLE tenants (
    id          uuid PRIMARY KEY,
    personal_of uuid UNIQUE REFERENCES users,
    created_at  timestamptz NOT NULL
);

CREATE TABLE members (
    tenant_id uuid NOT NULL REFERENCES tenants,
    user_id   uuid NOT NULL REFERENCES users,
    role      text NOT NULL CHECK (role IN ('owner', 'admin', 'developer', 'viewer')),
    PRIMARY KEY (tenant_id, user_id)
);

CREATE TABLE projects (
    id         uuid PRIMARY KEY,
    tenant_id  uuid NOT NULL REFERENCES tenants,
    name       text NOT NULL CHECK (name <> ''),
    created_at timestamptz NOT NULL,
    UNIQUE (tenant_id, name),
    UNIQUE (tenant_id, id)
);

CREATE TABLE sources (
    tenant_id   uuid NOT NULL REFERENCES tenants,
    sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint NOT NULL CHECK (size >= 0),
    manifest    text,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, sha256)
);
CREATE INDEX sources_by_digest ON sources (sha256);

CREATE TABLE source_chunks (
    tenant_id uuid NOT NULL,
    sha256    text NOT NULL,
    number    integer NOT NULL CHECK (number >= 0),
    bytes     bytea NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (tenant_id, sha256, number),
    FOREIGN KEY (tenant_id, sha256) REFERENCES sources ON DELETE CASCADE
);
-- an archive is compressed already
ALTER TABLE source_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE workers (
    id           text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{8}$'),
    tenant_id    uuid NOT NULL,
    project_id   uuid NOT NULL,
    name         text NOT NULL CHECK (name ~ '^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$'),
    cpu          text NOT NULL,
    memory       text NOT NULL,
    disk         text NOT NULL,
    min_replicas integer NOT NULL CHECK (min_replicas >= 0),
    max_replicas integer NOT NULL CHECK (max_replicas BETWEEN greatest(1, min_replicas) AND 20),
    region       text NOT NULL,
    strategy     text NOT NULL CHECK (strategy <> ''),
    runtime      text NOT NULL CHECK (runtime <> ''),
    release_id   bigint,
    generation   bigint NOT NULL CHECK (generation >= 1),
    deleted      boolean NOT NULL DEFAULT false,
    created_by   uuid NOT NULL REFERENCES users,
    created_at   timestamptz NOT NULL,
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id)
);
CREATE UNIQUE INDEX workers_name ON workers (project_id, name) WHERE NOT deleted;
CREATE INDEX workers_of_tenant ON workers (tenant_id, created_at, id);
CREATE INDEX workers_of_project ON workers (project_id, created_at, id);

CREATE TABLE versions (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id     uuid NOT NULL,
    worker_id     text NOT NULL,
    image         text,
    source_sha256 text,
    source_path   text,
    command       jsonb NOT NULL CHECK (jsonb_typeof(command) = 'array'),
    health_path   text,
    port          integer CHECK (port BETWEEN 0 AND 65535),
    replicas      integer NOT NULL CHECK (replicas >= 0),
    strategy      text NOT NULL CHECK (strategy <> ''),
    commit_sha    text NOT NULL,
    created_by    uuid NOT NULL REFERENCES users,
    created_at    timestamptz NOT NULL,
    UNIQUE (worker_id, id),
    CHECK ((image IS NULL) <> (source_sha256 IS NULL)),
    CHECK ((source_sha256 IS NULL) = (source_path IS NULL)),
    FOREIGN KEY (tenant_id, worker_id) REFERENCES workers (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, source_sha256) REFERENCES sources (tenant_id, sha256)
);
CREATE INDEX versions_of_source ON versions (tenant_id, source_sha256);
CREATE INDEX versions_of_tenant ON versions (tenant_id, worker_id);

CREATE TABLE config_revisions (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    worker_id  text NOT NULL,
    key_id     text NOT NULL,
    nonce      bytea NOT NULL CHECK (length(nonce) = 12),
    ciphertext bytea NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (worker_id, id),
    FOREIGN KEY (tenant_id, worker_id) REFERENCES workers (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX config_revisions_of_tenant ON config_revisions (tenant_id, worker_id);

CREATE TABLE releases (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id  uuid NOT NULL,
    worker_id  text NOT NULL,
    version_id bigint NOT NULL,
    config_id  bigint NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (worker_id, id),
    FOREIGN KEY (tenant_id, worker_id) REFERENCES workers (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (worker_id, version_id) REFERENCES versions (worker_id, id),
    FOREIGN KEY (worker_id, config_id) REFERENCES config_revisions (worker_id, id)
);
CREATE INDEX releases_of_tenant ON releases (tenant_id, worker_id);
CREATE INDEX releases_of_version ON releases (worker_id, version_id);
CREATE INDEX releases_of_config ON releases (worker_id, config_id);

ALTER TABLE workers
    ADD FOREIGN KEY (id, release_id) REFERENCES releases (worker_id, id);

-- Who is logged in: written by Outer alone.

CREATE TABLE sessions (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE tokens (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    name       text NOT NULL,
    sha256     bytea NOT NULL UNIQUE CHECK (length(sha256) = 32),
    created_at timestamptz NOT NULL
);
CREATE INDEX tokens_of_user ON tokens (user_id);

-- Status: written by Inner alone.

CREATE TABLE worker_status (
    worker_id      text PRIMARY KEY REFERENCES workers ON DELETE CASCADE,
    observed       bigint NOT NULL DEFAULT 0 CHECK (observed >= 0),
    phase          text NOT NULL DEFAULT 'unloaded'
                   CHECK (phase IN ('unloaded', 'loading', 'active', 'error', 'deleting')),
    active_version bigint,
    conditions     jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(conditions) = 'array'),
    message        text NOT NULL DEFAULT '',
    step           jsonb,
    step_since     timestamptz NOT NULL DEFAULT now(),
    serving        bigint,
    -- the fence: grows with every claim of the worker
    attempt        bigint NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    FOREIGN KEY (worker_id, active_version) REFERENCES versions (worker_id, id),
    FOREIGN KEY (worker_id, serving) REFERENCES releases (worker_id, id)
);

CREATE TABLE version_status (
    version_id bigint PRIMARY KEY REFERENCES versions ON DELETE CASCADE,
    phase      text NOT NULL CHECK (phase IN ('loading', 'success', 'error')),
    message    text NOT NULL DEFAULT ''
);

CREATE TABLE release_status (
    release_id bigint PRIMARY KEY REFERENCES releases ON DELETE CASCADE,
    wanted     integer NOT NULL CHECK (wanted >= 0),
    weight     integer NOT NULL CHECK (weight BETWEEN 0 AND 100),
    endpoints  jsonb NOT NULL CHECK (jsonb_typeof(endpoints) = 'array'),
    failure    text
);

-- Operational: tasks are added by both and worked off by Inner.

CREATE TABLE tasks (
    id          uuid PRIMARY KEY,
    seq         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    type        text NOT NULL
                CHECK (type IN ('worker.deploy', 'worker.delete', 'worker.reconcile')),
    tenant_id   uuid NOT NULL,
    worker_id   text NOT NULL,
    generation  bigint NOT NULL CHECK (generation >= 1),
    request_id  text NOT NULL,
    created_at  timestamptz NOT NULL,
    state       text NOT NULL DEFAULT 'pending'
                CHECK (state IN ('pending', 'running', 'retrying', 'succeeded', 'failed')),
    due_at      timestamptz NOT NULL DEFAULT now(),
    attempts    integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    tries       integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    attempt     bigint NOT NULL DEFAULT 0 CHECK (attempt >= 0),
    lease_owner text,
    lease_until timestamptz,
    error       text NOT NULL DEFAULT '',
    finished_at timestamptz,
    CHECK ((state = 'running') = (lease_owner IS NOT NULL)),
    CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('succeeded', 'failed')) = (finished_at IS NOT NULL)),
    FOREIGN KEY (tenant_id, worker_id) REFERENCES workers (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX tasks_running ON tasks (worker_id) WHERE state = 'running';
CREATE INDEX tasks_open ON tasks (worker_id, seq)
    WHERE state IN ('pending', 'running', 'retrying');
CREATE INDEX tasks_of_tenant ON tasks (tenant_id, seq DESC) WHERE type <> 'worker.reconcile';
CREATE INDEX tasks_of_worker ON tasks (tenant_id, worker_id);

CREATE TABLE task_attempts (
    task_id    uuid NOT NULL REFERENCES tasks ON DELETE CASCADE,
    attempt    bigint NOT NULL,
    executor   text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    outcome    text CHECK (outcome IN ('settled', 'again', 'retry', 'lost', 'freed')),
    error      text NOT NULL DEFAULT '',
    PRIMARY KEY (task_id, attempt),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);

CREATE TABLE extensions (
    kind      text NOT NULL CHECK (kind IN ('runtime', 'router', 'strategy')),
    name      text NOT NULL,
    extension text NOT NULL,
    plugin    text NOT NULL,
    active    boolean NOT NULL,
    message   text NOT NULL,
    PRIMARY KEY (kind, name)
);

CREATE SEQUENCE route_revision;
