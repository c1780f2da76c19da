package dev.berth.store.task;

import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.cron.CronJob;
import dev.berth.work.cron.CronTable;
import java.time.Duration;
import java.util.OptionalInt;

/** The table of duties, and the duties that are SQL themselves. */
public final class SqlCronTable implements CronTable {

    private static final String KNOW =
            """
            INSERT INTO cron_jobs (job, due_at) VALUES (?, now() + ? * interval '1 millisecond')
            ON CONFLICT (job) DO NOTHING
            """;

    /** Moves a duty on. Who finds it locked leaves it to the other, who would be done by then. */
    private static final String MOVE_ON =
            """
            UPDATE cron_jobs SET fired_at = now(), firings = firings + 1,
                due_at = now() + ? * interval '1 millisecond'
            WHERE job = (
                SELECT job FROM cron_jobs WHERE job = ? AND due_at <= now() FOR UPDATE SKIP LOCKED)
            """;

    /** Inner deletes none itself: this is the owner's, and knows what has to stay. */
    private static final String PURGE_AUDIT = "SELECT purge_audit(? * interval '1 millisecond')";

    /** The same of what lets people in. */
    private static final String PURGE_CREDENTIALS =
            "SELECT purge_credentials(? * interval '1 millisecond')";

    private final JpaTransactions transactions;

    public SqlCronTable(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public OptionalInt fire(CronJob job, Duration every) {
        return transactions.call(
                () -> {
                    Sql sql = transactions.sql();
                    sql.update(KNOW, job.name(), every.toMillis());
                    return sql.update(MOVE_ON, every.toMillis(), job.name()) == 1
                            ? OptionalInt.of(run(sql, job))
                            : OptionalInt.empty();
                });
    }

    private static int run(Sql sql, CronJob job) {
        return switch (job) {
            case CronJob.PurgeTasks(Duration keep) -> purge(sql, "tasks", "finished_at", keep);
            case CronJob.PurgeAttempts(Duration keep) ->
                    purge(sql, "task_attempts", "ended_at", keep);
            case CronJob.PurgeEvents(Duration keep) ->
                    purge(sql, "outbox", "topic = 'berth.events' AND at", keep);
            case CronJob.PurgeTold(Duration keep) -> purge(sql, "outbox", "relayed_at", keep);
            case CronJob.PurgeAudit(Duration keep) -> purge(sql, PURGE_AUDIT, keep);
            case CronJob.PurgeCredentials(Duration keep) -> purge(sql, PURGE_CREDENTIALS, keep);
            case CronJob.PurgeUsage(Duration keep) -> purge(sql, "usage_reports", "span_end", keep);
            case CronJob.UserAudit() -> sql.update(UserTaskStatements.AUDIT_ALL);
            case CronJob.PurgeSignatures() ->
                    purge(sql, "signatures", "seen_at", CronJob.PurgeSignatures.KEEP);
            case CronJob.PurgeAnswers() ->
                    purge(sql, "answers", "created_at", CronJob.PurgeAnswers.KEEP);
        };
    }

    private static int purge(Sql sql, String function, Duration keep) {
        return sql.first(function, row -> row.getInt(1), keep.toMillis()).orElseThrow();
    }

    private static int purge(Sql sql, String table, String since, Duration keep) {
        return sql.update(
                "DELETE FROM %s WHERE %s < now() - ? * interval '1 millisecond'"
                        .formatted(table, since),
                keep.toMillis());
    }
}
