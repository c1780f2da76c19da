package dev.berth.store;

import dev.berth.spi.Sources;
import dev.berth.store.audit.SqlRefusedCalls;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.event.SqlOutbox;
import dev.berth.store.reconcile.JpaWorkerRecords;
import dev.berth.store.source.UploadedSources;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.task.SqlCronTable;
import dev.berth.store.task.SqlNameLock;
import dev.berth.store.task.SqlTaskQueue;
import dev.berth.store.task.SqlUserTasks;
import dev.berth.store.usage.SqlUsageReports;
import dev.berth.store.usage.SqlUserRecords;
import dev.berth.work.audit.RefusedCalls;
import dev.berth.work.cron.CronTable;
import dev.berth.work.event.Outbox;
import dev.berth.work.name.NameLock;
import dev.berth.work.task.TaskQueue;
import dev.berth.work.usage.UsageReports;
import dev.berth.work.user.UserRecords;
import dev.berth.work.user.UserTaskQueue;
import dev.berth.work.worker.WorkerRecords;
import javax.sql.DataSource;

/**
 * What Inner reads and keeps, as {@code berth_inner}. Opens without the database, and refuses with
 * {@code UNAVAILABLE} while it is away. Safe for use by several threads.
 */
public final class InnerStore implements AutoCloseable {

    private final DataSource dataSource;
    private final JpaTransactions transactions;
    private final ConfigCipher cipher;

    private InnerStore(DataSource dataSource, ConfigKeys keys) {
        this.dataSource = dataSource;
        this.transactions = new JpaTransactions(dataSource);
        this.cipher = new ConfigCipher(keys);
    }

    /** Opens the ports over a pool of connections; close it before the pool. */
    public static InnerStore open(DataSource dataSource, ConfigKeys keys) {
        return new InnerStore(dataSource, keys);
    }

    /** Returns the table of tasks. */
    public TaskQueue queue() {
        return new SqlTaskQueue(transactions);
    }

    /** Returns the tasks about users. */
    public UserTaskQueue userTasks() {
        return new SqlUserTasks(transactions);
    }

    /** Returns what users have. */
    public UserRecords users() {
        return new SqlUserRecords(transactions);
    }

    /** Returns where reports of the use of resources are kept. */
    public UsageReports usage() {
        return new SqlUsageReports(transactions);
    }

    /** Returns where it is kept who called Inner and was refused. */
    public RefusedCalls refusedCalls() {
        return new SqlRefusedCalls(transactions);
    }

    /** Returns what is wanted, and where to write what became of it. */
    public WorkerRecords records() {
        return new JpaWorkerRecords(transactions, cipher);
    }

    /** Returns the uploaded sources, for plugins. */
    public Sources sources() {
        return new UploadedSources(transactions);
    }

    /** Returns the events that wait to be told. */
    public Outbox outbox() {
        return new SqlOutbox(transactions);
    }

    /** Returns when each duty of the clock is due. */
    public CronTable cron() {
        return new SqlCronTable(transactions);
    }

    /** Returns the name of an Inner, which it takes for itself and closes before this store. */
    public NameLock name(String name) {
        return new SqlNameLock(dataSource, name);
    }

    @Override
    public void close() {
        transactions.close();
    }
}
