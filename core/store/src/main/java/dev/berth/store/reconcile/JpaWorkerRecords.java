package dev.berth.store.reconcile;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.Claim;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.util.List;
import java.util.Optional;

/** Where Inner reads what is wanted and writes what became of it. */
public final class JpaWorkerRecords implements WorkerRecords {

    private final JpaTransactions transactions;
    private final WorkerLoader loader;

    public JpaWorkerRecords(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.loader = new WorkerLoader(cipher);
    }

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        return transactions.statement(sql -> loader.load(sql, worker));
    }

    @Override
    public void save(Claim claim, WorkerFacts facts) {
        new WorkerSaver(fence(claim)).save(facts);
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        fence(claim).statement(RecordStatements.FORGET, release.number());
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        fence(claim).statement(RecordStatements.SUPERSEDE, message, but, but);
    }

    @Override
    public void purge(Claim claim) {
        transactions.run(
                () -> {
                    Sql sql = transactions.sql();
                    fence(claim).check(sql);
                    new Purge(sql).purge(claim.worker());
                });
    }

    @Override
    public List<WorkerRoute> routes() {
        return transactions.statement(Routes::read);
    }

    @Override
    public long nextRevision() {
        return transactions
                .statement(
                        sql -> sql.first("SELECT nextval('route_revision')", row -> row.getLong(1)))
                .orElseThrow();
    }

    @Override
    public void publish(List<ConfiguredExtension> extensions) {
        transactions.run(
                () -> {
                    transactions.sql().update("DELETE FROM extensions");
                    extensions.forEach(this::publish);
                });
    }

    private void publish(ConfiguredExtension extension) {
        transactions
                .sql()
                .update(
                        """
                        INSERT INTO extensions
                            (kind, name, extension, plugin, bundled, active, message)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        extension.kind(),
                        extension.name(),
                        extension.extension(),
                        extension.plugin(),
                        extension.bundled(),
                        extension.active(),
                        extension.message());
    }

    private Fence fence(Claim claim) {
        return new Fence(transactions, claim);
    }
}
