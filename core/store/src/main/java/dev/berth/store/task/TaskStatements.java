package dev.berth.store.task;

/** What Inner says to the table of tasks. */
final class TaskStatements {

    /**
     * Claims tasks. Of each worker that nobody works on the oldest due task is a candidate; tenants
     * with fewer running tasks come first, then the oldest, also in what is returned. A runtime
     * gets no more than its slots. What a claimer has locked another skips; the index {@code
     * tasks_running} stops two who choose different tasks of one worker. Takes runtimes and how
     * many tasks of each are held, slots, most, executor, lease, executor.
     */
    static final String CLAIM =
            """
            WITH candidate AS (
                SELECT DISTINCT ON (t.worker_id) t.id, t.tenant_id, t.runtime, t.seq
                FROM tasks t
                WHERE t.state = 'running' AND t.lease_until < now()
                    OR t.state IN ('pending', 'retrying') AND t.due_at <= now()
                        AND t.worker_id IS NOT NULL
                        AND NOT EXISTS (
                            SELECT FROM tasks r
                            WHERE r.worker_id = t.worker_id AND r.state = 'running')
                ORDER BY t.worker_id, t.seq
            ), busy AS (
                SELECT tenant_id, count(*) AS running FROM tasks
                WHERE state = 'running' AND lease_until >= now() GROUP BY tenant_id
            ), turn AS (
                SELECT c.id, c.seq, c.runtime, coalesce(b.running, 0)
                    + row_number() OVER (PARTITION BY c.tenant_id ORDER BY c.seq) AS place
                FROM candidate c LEFT JOIN busy b ON b.tenant_id = c.tenant_id
            ), lane AS (
                SELECT t.id, t.seq, t.place, coalesce(h.held, 0)
                    + row_number() OVER (PARTITION BY t.runtime ORDER BY t.place, t.seq) AS slot
                FROM turn t LEFT JOIN unnest(?::text[], ?::int[]) AS h (runtime, held)
                    ON h.runtime = t.runtime
            ), picked AS (
                SELECT one.id, one.worker_id, next.place
                FROM (SELECT id, place FROM lane WHERE slot <= ? ORDER BY place, seq) AS next
                    CROSS JOIN LATERAL (
                        SELECT t.id, t.worker_id FROM tasks t
                        WHERE t.id = next.id AND (
                            t.state = 'running' AND t.lease_until < now()
                            OR t.state IN ('pending', 'retrying') AND t.due_at <= now())
                        FOR UPDATE SKIP LOCKED) AS one
                LIMIT ?
            ), fenced AS (
                INSERT INTO worker_status AS s (worker_id, attempt)
                SELECT worker_id, 1 FROM picked ORDER BY worker_id
                ON CONFLICT (worker_id) DO UPDATE SET attempt = s.attempt + 1
                RETURNING worker_id, attempt
            ), lost AS (
                UPDATE task_attempts SET ended_at = now(), outcome = 'lost'
                WHERE ended_at IS NULL AND task_id IN (SELECT id FROM picked)
            ), started AS (
                UPDATE tasks t SET state = 'running', lease_owner = ?,
                    lease_until = now() + ? * interval '1 millisecond',
                    attempts = t.attempts + 1, tries = t.tries + 1, attempt = f.attempt
                FROM picked p JOIN fenced f ON f.worker_id = p.worker_id
                WHERE t.id = p.id
                RETURNING p.place, t.id, t.seq, t.worker_id, t.tenant_id, t.type, t.request_id,
                    t.attempt, t.tries, t.runtime
            ), begun AS (
                INSERT INTO task_attempts (task_id, attempt, executor)
                SELECT id, attempt, ? FROM started
            )
            SELECT id, worker_id, tenant_id, type, request_id, attempt, tries, runtime FROM started
            ORDER BY place, seq
            """;

    /** Renews leases. Takes lease, executor, tasks, attempts. */
    static final String RENEW =
            """
            UPDATE tasks SET lease_until = now() + ? * interval '1 millisecond'
            WHERE state = 'running' AND lease_owner = ?
                AND (id, attempt) IN (SELECT * FROM unnest(?::uuid[], ?::bigint[]))
            RETURNING id
            """;

    /**
     * Ends a claim that is still held, with every task of its worker up to a generation, but for
     * one that is yet to try anew. The claim's own task waits again where it wants more than that;
     * Inner's own tasks leave nothing behind, since nobody ever asks for them. Where none is left
     * the worker is looked at when its time has come. Takes task, attempt, error, worker,
     * generation, state, error, worker, generation, generation, type, worker, generation.
     */
    static final String SETTLE =
            """
            WITH held AS (
                SELECT id, attempt FROM tasks
                WHERE id = ? AND attempt = ? AND state = 'running' FOR UPDATE
            ), ended AS (
                UPDATE task_attempts a SET ended_at = now(), outcome = 'settled', error = ?
                FROM held h
                WHERE a.task_id = h.id AND a.attempt = h.attempt AND a.ended_at IS NULL
            ), forgotten AS (
                DELETE FROM tasks t USING held
                WHERE t.worker_id = ? AND t.generation <= ? AND NOT t.afresh
                    AND t.type = 'worker.reconcile'
                    AND t.state IN ('pending', 'running', 'retrying')
            ), settled AS (
                UPDATE tasks t SET state = ?, error = ?, finished_at = now(),
                    lease_owner = NULL, lease_until = NULL
                FROM held
                WHERE t.worker_id = ? AND t.generation <= ? AND NOT t.afresh
                    AND t.type <> 'worker.reconcile'
                    AND t.state IN ('pending', 'running', 'retrying')
            ), waiting AS (
                UPDATE tasks t SET state = 'pending', due_at = now(), tries = 0, error = '',
                    lease_owner = NULL, lease_until = NULL
                FROM held h
                WHERE t.id = h.id AND (t.generation > ? OR t.afresh)
            )
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at,
                due_at)
            SELECT gen_random_uuid(), ?, w.tenant_id, w.id, w.generation, '', now(), s.look_at
            FROM held CROSS JOIN workers w JOIN worker_status s ON s.worker_id = w.id
            WHERE w.id = ? AND s.look_at IS NOT NULL AND NOT EXISTS (
                SELECT FROM tasks t
                WHERE t.worker_id = w.id AND (t.generation > ? OR t.afresh)
                    AND t.state IN ('pending', 'running', 'retrying'))
            """;

    /**
     * Makes the task of a claim that is still held due again, which made progress. Takes pause,
     * task, attempt.
     */
    static final String AGAIN =
            """
            WITH held AS (
                UPDATE tasks SET state = 'pending', due_at = now() + ? * interval '1 millisecond',
                    tries = 0, error = '', lease_owner = NULL, lease_until = NULL
                WHERE id = ? AND attempt = ? AND state = 'running'
                RETURNING id, attempt
            )
            UPDATE task_attempts a SET ended_at = now(), outcome = 'again' FROM held h
            WHERE a.task_id = h.id AND a.attempt = h.attempt AND a.ended_at IS NULL
            """;

    /**
     * Makes the task of a claim that is still held due again, which failed. Takes pause, error,
     * task, attempt.
     */
    static final String RETRY =
            """
            WITH held AS (
                UPDATE tasks SET state = 'retrying', due_at = now() + ? * interval '1 millisecond',
                    error = ?, lease_owner = NULL, lease_until = NULL
                WHERE id = ? AND attempt = ? AND state = 'running'
                RETURNING id, attempt, error
            )
            UPDATE task_attempts a SET ended_at = now(), outcome = 'retry', error = h.error
            FROM held h
            WHERE a.task_id = h.id AND a.attempt = h.attempt AND a.ended_at IS NULL
            """;

    /** Frees what an executor held, and fences off what is left of it. Takes executor. */
    static final String FREE =
            """
            WITH freed AS (
                UPDATE tasks SET state = 'pending', due_at = now(),
                    lease_owner = NULL, lease_until = NULL
                WHERE state = 'running' AND lease_owner = ?
                RETURNING id, worker_id
            ), fenced AS (
                UPDATE worker_status SET attempt = attempt + 1
                WHERE worker_id IN (SELECT worker_id FROM freed)
            )
            UPDATE task_attempts SET ended_at = now(), outcome = 'freed'
            WHERE ended_at IS NULL AND task_id IN (SELECT id FROM freed)
            """;

    /**
     * Has every worker that has something to look at looked at now: what was to be done later is
     * due, or else a task is added. Takes the type twice.
     */
    static final String RECONCILE_ALL =
            """
            WITH hurried AS (
                UPDATE tasks SET due_at = now()
                WHERE state = 'pending' AND type = ? AND due_at > now()
            )
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at)
            SELECT gen_random_uuid(), ?, w.tenant_id, w.id, w.generation, '', now()
            FROM workers w
            WHERE (w.release_id IS NOT NULL OR w.deleted) AND NOT EXISTS (
                SELECT FROM tasks t
                WHERE t.worker_id = w.id AND t.state IN ('pending', 'running', 'retrying'))
            """;

    /**
     * Has one task of a worker due now. A running one may have looked already, so that another
     * follows it. Takes worker, type, worker.
     */
    static final String LOOK =
            """
            WITH waiting AS (
                SELECT id, state FROM tasks
                WHERE worker_id = ? AND state IN ('pending', 'retrying')
            ), hurried AS (
                UPDATE tasks SET due_at = now()
                WHERE due_at > now() AND id IN (
                    SELECT id FROM waiting WHERE state = 'pending' LIMIT 1)
            )
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at)
            SELECT gen_random_uuid(), ?, w.tenant_id, w.id, w.generation, '', now()
            FROM workers w
            WHERE w.id = ? AND (w.release_id IS NOT NULL OR w.deleted)
                AND NOT EXISTS (SELECT FROM waiting)
            """;

    /** Adds a task for a worker. Takes id, type, request, worker. */
    static final String ACCEPT =
            """
            INSERT INTO tasks (id, type, tenant_id, worker_id, generation, request_id, created_at)
            SELECT ?, ?, tenant_id, id, generation, ?, now() FROM workers WHERE id = ?
            RETURNING id
            """;

    /**
     * Lets be tried again what had failed, where a claimed worker has a task that asks for that.
     * Takes workers.
     */
    static final String AFRESH =
            """
            WITH asked AS (
                UPDATE tasks SET afresh = false
                WHERE afresh AND worker_id = ANY (?)
                    AND state IN ('pending', 'running', 'retrying')
                RETURNING worker_id
            ), wanted AS (
                SELECT r.id, r.version_id FROM workers w JOIN releases r ON r.id = w.release_id
                WHERE w.id IN (SELECT worker_id FROM asked)
            ), cleared AS (
                UPDATE release_status SET failure = NULL
                WHERE release_id IN (SELECT id FROM wanted) AND failure IS NOT NULL
            )
            UPDATE version_status SET phase = 'loading', message = ''
            WHERE version_id IN (SELECT version_id FROM wanted) AND phase = 'error'
            """;

    private TaskStatements() {}
}
