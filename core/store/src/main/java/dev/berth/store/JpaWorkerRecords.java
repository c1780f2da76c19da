package dev.berth.store;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import dev.berth.work.WorkerFacts;
import dev.berth.work.WorkerRecords;
import dev.berth.work.WorkerRoute;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where Inner reads what is wanted and writes what became of it. */
final class JpaWorkerRecords implements WorkerRecords {

    private final JpaTransactions transactions;
    private final WorkerLoader loader;

    JpaWorkerRecords(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.loader = new WorkerLoader(transactions, cipher);
    }

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        return transactions.call(() -> loader.load(worker));
    }

    @Override
    public void save(Claim claim, WorkerFacts facts) {
        fenced(claim, sql -> new WorkerSaver(sql).save(facts));
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        fenced(
                claim,
                sql ->
                        sql.update(
                                """
                                DELETE FROM release_status s USING releases r
                                WHERE s.release_id = ? AND r.id = s.release_id AND r.worker_id = ?
                                """,
                                release.number(),
                                claim.worker().value()));
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        fenced(
                claim,
                sql ->
                        sql.update(
                                RecordStatements.SUPERSEDE,
                                message,
                                claim.worker().value(),
                                but,
                                claim.worker().value(),
                                but));
    }

    @Override
    public void purge(Claim claim) {
        fenced(claim, sql -> new Purge(sql).purge(claim.worker()));
    }

    @Override
    public List<WorkerRoute> routes() {
        return transactions.call(() -> Routes.read(transactions.sql()));
    }

    @Override
    public long nextRevision() {
        return transactions.call(
                () ->
                        transactions
                                .sql()
                                .first("SELECT nextval('route_revision')", row -> row.getLong(1))
                                .orElseThrow());
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

    private void fenced(Claim claim, Consumer<Sql> work) {
        transactions.run(
                () -> {
                    Sql sql = transactions.sql();
                    Fence.check(sql, claim);
                    work.accept(sql);
                });
    }
}
