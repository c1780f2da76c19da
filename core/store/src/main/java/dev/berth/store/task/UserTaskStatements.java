package dev.berth.store.task;

/** What Inner says to the table of tasks about users. */
final class UserTaskStatements {

    /** Takes how many. */
    static final String DUE =
            """
            SELECT id, type, user_id, tenant_id, request_id, tries FROM tasks
            WHERE user_id IS NOT NULL AND state IN ('pending', 'retrying') AND due_at <= now()
            ORDER BY due_at, user_id LIMIT ?
            """;

    /** Locks a task that is still due, unless another does it. Takes the task. */
    static final String LOCK =
            """
            SELECT id FROM tasks
            WHERE id = ? AND state IN ('pending', 'retrying') AND due_at <= now()
            FOR UPDATE SKIP LOCKED
            """;

    /** Ends a task. Takes state, error, task. */
    static final String SETTLE =
            """
            UPDATE tasks SET state = ?, error = ?, finished_at = now(), attempts = attempts + 1,
                tries = tries + 1
            WHERE id = ? AND state IN ('pending', 'retrying')
            """;

    /** Removes a task that nobody asks for once it is done. Takes the task. */
    static final String FORGET = "DELETE FROM tasks WHERE id = ?";

    /** Takes pause, error, task. */
    static final String RETRY =
            """
            UPDATE tasks SET state = 'retrying', due_at = now() + ? * interval '1 millisecond',
                error = ?, attempts = attempts + 1, tries = tries + 1
            WHERE id = ? AND state IN ('pending', 'retrying')
            """;

    /** Takes id, type, request, user. */
    static final String ACCEPT =
            """
            INSERT INTO tasks (id, type, tenant_id, user_id, generation, request_id, created_at)
            SELECT ?, ?, t.id, t.personal_of, 1, ?, now() FROM tenants t WHERE t.personal_of = ?
            RETURNING id
            """;

    /** Adds a task for each user for whom none waits. */
    static final String AUDIT_ALL =
            """
            INSERT INTO tasks (id, type, tenant_id, user_id, generation, request_id, created_at)
            SELECT gen_random_uuid(), 'user.audit', t.id, t.personal_of, 1, '', now()
            FROM tenants t
            WHERE t.personal_of IS NOT NULL AND NOT EXISTS (
                SELECT FROM tasks o
                WHERE o.user_id = t.personal_of AND o.type = 'user.audit'
                    AND o.state IN ('pending', 'retrying'))
            """;

    private UserTaskStatements() {}
}
