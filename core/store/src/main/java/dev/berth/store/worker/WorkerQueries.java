package dev.berth.store.worker;

import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.intent.worker.SeenWorker;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.Version;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a tenant's workers, versions and releases. */
final class WorkerQueries {

    private final JpaTransactions transactions;

    WorkerQueries(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    boolean taken(ProjectId project, String name) {
        return query(
                        String.class,
                        "SELECT w.id FROM WorkerRow w WHERE w.projectId = :project"
                                + " AND w.name = :name AND w.deleted = FALSE")
                .setParameter("project", project.value())
                .setParameter("name", name)
                .getResultStream()
                .findAny()
                .isPresent();
    }

    Optional<WorkerRow> row(TenantId tenant, WorkerId id, LockModeType lock) {
        return query(
                        WorkerRow.class,
                        "SELECT w FROM WorkerRow w WHERE w.tenantId = :tenant AND w.id = :id")
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    WorkerStatus status(TenantId tenant, WorkerId id) {
        return query(
                        WorkerStatusRow.class,
                        "SELECT s FROM WorkerRow w JOIN WorkerStatusRow s ON s.workerId = w.id"
                                + " WHERE w.tenantId = :tenant AND w.id = :id")
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(WorkerMapper::status)
                .orElse(WorkerStatus.NONE);
    }

    Paged<SeenWorker> list(TenantId tenant, Optional<ProjectId> project, Page page) {
        String where =
                " WHERE w.tenantId = :tenant"
                        + project.map(_ -> " AND w.projectId = :project").orElse("");
        TypedQuery<Long> count = query(Long.class, "SELECT COUNT(w) FROM WorkerRow w" + where);
        TypedQuery<Object[]> rows =
                query(
                        Object[].class,
                        "SELECT w, s FROM WorkerRow w"
                                + " LEFT JOIN WorkerStatusRow s ON s.workerId = w.id"
                                + where
                                + " ORDER BY w.createdAt, w.id");
        for (TypedQuery<?> query : List.of(count, rows)) {
            query.setParameter("tenant", tenant.value());
            project.map(ProjectId::value).ifPresent(id -> query.setParameter("project", id));
        }
        return new Paged<>(
                paged(rows, page).getResultStream().map(WorkerQueries::seenWorker).toList(),
                count.getSingleResult());
    }

    Paged<SeenVersion> versions(TenantId tenant, WorkerId id, Page page) {
        String where = " WHERE v.tenantId = :tenant AND v.workerId = :worker";
        long total =
                ofWorker(query(Long.class, "SELECT COUNT(v) FROM VersionRow v" + where), tenant, id)
                        .getSingleResult();
        TypedQuery<Object[]> rows =
                query(
                        Object[].class,
                        "SELECT v, s FROM VersionRow v"
                                + " LEFT JOIN VersionStatusRow s ON s.versionId = v.id"
                                + where
                                + " ORDER BY v.id DESC");
        return new Paged<>(
                paged(ofWorker(rows, tenant, id), page)
                        .getResultStream()
                        .map(WorkerQueries::seenVersion)
                        .toList(),
                total);
    }

    Optional<Version> version(TenantId tenant, WorkerId id, long version) {
        return ofWorker(
                        query(
                                VersionRow.class,
                                "SELECT v FROM VersionRow v WHERE v.tenantId = :tenant"
                                        + " AND v.workerId = :worker AND v.id = :version"),
                        tenant,
                        id)
                .setParameter("version", version)
                .getResultStream()
                .findFirst()
                .map(VersionMapper::version);
    }

    Optional<SeenVersion> seenVersion(TenantId tenant, WorkerId id, long version) {
        return ofWorker(
                        query(
                                Object[].class,
                                "SELECT v, s FROM VersionRow v"
                                        + " LEFT JOIN VersionStatusRow s ON s.versionId = v.id"
                                        + " WHERE v.tenantId = :tenant AND v.workerId = :worker"
                                        + " AND v.id = :version"),
                        tenant,
                        id)
                .setParameter("version", version)
                .getResultStream()
                .findFirst()
                .map(WorkerQueries::seenVersion);
    }

    List<SeenRelease> releases(TenantId tenant, WorkerId id) {
        TypedQuery<Object[]> rows =
                query(
                        Object[].class,
                        "SELECT r, s FROM ReleaseRow r"
                                + " JOIN ReleaseStatusRow s ON s.releaseId = r.id"
                                + " WHERE r.tenantId = :tenant AND r.workerId = :worker"
                                + " ORDER BY r.id DESC");
        return ofWorker(rows, tenant, id)
                .getResultStream()
                .map(WorkerQueries::seenRelease)
                .filter(seen -> seen.wanted() > 0 || seen.ready() > 0 || seen.weight() > 0)
                .toList();
    }

    private static SeenWorker seenWorker(Object[] row) {
        return new SeenWorker(
                WorkerMapper.worker((WorkerRow) row[0]),
                WorkerMapper.status((WorkerStatusRow) row[1]));
    }

    private static SeenVersion seenVersion(Object[] row) {
        return new SeenVersion(
                VersionMapper.version((VersionRow) row[0]),
                VersionMapper.status((VersionStatusRow) row[1]));
    }

    private static SeenRelease seenRelease(Object[] row) {
        ReleaseRow release = (ReleaseRow) row[0];
        ReleaseStatusRow status = (ReleaseStatusRow) row[1];
        return new SeenRelease(
                release.id,
                release.versionId,
                status.weight,
                status.wanted,
                Json.count(status.endpoints));
    }

    private static <T> TypedQuery<T> ofWorker(TypedQuery<T> query, TenantId tenant, WorkerId id) {
        UUID owner = tenant.value();
        return query.setParameter("tenant", owner).setParameter("worker", id.value());
    }

    private static <T> TypedQuery<T> paged(TypedQuery<T> query, Page page) {
        return query.setMaxResults(page.limit()).setFirstResult(page.offset());
    }

    private <T> TypedQuery<T> query(Class<T> type, String text) {
        return transactions.entities().createQuery(text, type);
    }
}
