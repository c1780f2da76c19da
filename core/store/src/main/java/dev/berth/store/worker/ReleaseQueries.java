package dev.berth.store.worker;

import dev.berth.intent.worker.Release;
import dev.berth.intent.worker.SeenRollout;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import dev.berth.store.rollout.StepText;
import dev.berth.store.sql.JpaTransactions;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Reads a tenant's releases, and how far one is taking over from another. */
final class ReleaseQueries {

    private static final String RELEASES =
            "SELECT r FROM ReleaseRow r WHERE r.tenantId = :tenant AND r.workerId = :worker";

    private final JpaTransactions transactions;

    ReleaseQueries(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    Release of(TenantId tenant, WorkerId id, long number) {
        return query(ReleaseRow.class, RELEASES + " AND r.id = :number", tenant, id)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(ReleaseQueries::release)
                .orElseThrow(() -> Refusal.absent("release", Long.toString(number)));
    }

    List<Release> ofVersion(TenantId tenant, WorkerId id, long version) {
        String text = RELEASES + " AND r.versionId = :version ORDER BY r.id DESC";
        return query(ReleaseRow.class, text, tenant, id)
                .setParameter("version", version)
                .getResultStream()
                .map(ReleaseQueries::release)
                .toList();
    }

    SeenRollout rollout(TenantId tenant, WorkerId id) {
        String text =
                "SELECT s FROM WorkerRow w JOIN WorkerStatusRow s ON s.workerId = w.id"
                        + " WHERE w.tenantId = :tenant AND w.id = :worker";
        return query(WorkerStatusRow.class, text, tenant, id)
                .getResultStream()
                .findFirst()
                .map(ReleaseQueries::rollout)
                .orElse(SeenRollout.NONE);
    }

    private static Release release(ReleaseRow row) {
        return new Release(row.id, row.versionId, row.configId);
    }

    private static SeenRollout rollout(WorkerStatusRow row) {
        Optional<StepText> step = Optional.ofNullable(row.step).map(StepText::read);
        return new SeenRollout(
                row.rollout,
                step.map(StepText::word),
                step.map(StepText::phrase).orElse(""),
                row.stepSince,
                Optional.ofNullable(row.stepShifted),
                row.refused != null && row.refused == row.rollout);
    }

    private <T> TypedQuery<T> query(Class<T> type, String text, TenantId tenant, WorkerId id) {
        return transactions
                .entities()
                .createQuery(text, type)
                .setParameter("tenant", tenant.value())
                .setParameter("worker", id.value());
    }
}
