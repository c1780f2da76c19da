-- What Outer and Inner may do, and nothing else: GrantsIT compares every column with grants.txt.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO berth_outer, berth_inner;

-- Outer

GRANT SELECT, INSERT ON users, tenants, members, projects, sources, workers TO berth_outer;
GRANT UPDATE (release_id, generation, deleted) ON workers TO berth_outer;

GRANT SELECT ON versions, releases TO berth_outer;
GRANT INSERT (tenant_id, worker_id, image, source_sha256, source_path, command, health_path, port,
              replicas, strategy, commit_sha, created_by, created_at) ON versions TO berth_outer;
GRANT INSERT (tenant_id, worker_id, version_id, config_id, created_at) ON releases TO berth_outer;
GRANT SELECT (id) ON config_revisions TO berth_outer;
GRANT INSERT (tenant_id, worker_id, key_id, nonce, ciphertext, created_at)
    ON config_revisions TO berth_outer;
GRANT INSERT ON source_chunks TO berth_outer;

GRANT SELECT (id, user_id, expires_at, ended_at) ON sessions TO berth_outer;
GRANT INSERT (id, user_id, expires_at) ON sessions TO berth_outer;
GRANT UPDATE (ended_at) ON sessions TO berth_outer;
GRANT SELECT, INSERT ON tokens TO berth_outer;

GRANT SELECT ON worker_status, version_status, release_status TO berth_outer;

GRANT SELECT (id, seq, type, tenant_id, worker_id, generation, request_id, created_at, state,
              attempts, error, finished_at) ON tasks TO berth_outer;
GRANT INSERT (id, type, tenant_id, worker_id, generation, request_id, created_at)
    ON tasks TO berth_outer;
GRANT SELECT ON extensions TO berth_outer;

-- Inner

GRANT SELECT ON workers, versions, config_revisions, releases, source_chunks TO berth_inner;
GRANT SELECT (tenant_id, sha256, size) ON sources TO berth_inner;
-- to purge; what hangs on a worker or a source goes with it
GRANT DELETE ON workers, sources TO berth_inner;

GRANT SELECT, INSERT ON worker_status TO berth_inner;
GRANT UPDATE (observed, phase, active_version, conditions, message, step, step_since, serving,
              attempt) ON worker_status TO berth_inner;
GRANT SELECT, INSERT ON version_status TO berth_inner;
GRANT UPDATE (phase, message) ON version_status TO berth_inner;
GRANT SELECT, INSERT, DELETE ON release_status TO berth_inner;
GRANT UPDATE (wanted, weight, endpoints, failure) ON release_status TO berth_inner;

GRANT SELECT, DELETE ON tasks TO berth_inner;
GRANT INSERT (id, type, tenant_id, worker_id, generation, request_id, created_at)
    ON tasks TO berth_inner;
GRANT UPDATE (state, due_at, attempts, tries, attempt, lease_owner, lease_until, error, finished_at)
    ON tasks TO berth_inner;
GRANT SELECT ON task_attempts TO berth_inner;
GRANT INSERT (task_id, attempt, executor) ON task_attempts TO berth_inner;
GRANT UPDATE (ended_at, outcome, error) ON task_attempts TO berth_inner;
GRANT SELECT, INSERT, DELETE ON extensions TO berth_inner;
GRANT USAGE ON SEQUENCE route_revision TO berth_inner;
