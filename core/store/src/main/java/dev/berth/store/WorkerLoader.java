package dev.berth.store;

import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.spi.Endpoint;
import dev.berth.spi.Traffic;
import dev.berth.work.ReleaseFacts;
import dev.berth.work.RolloutFacts;
import dev.berth.work.Warm;
import dev.berth.work.WorkerFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads everything that Inner knows of a worker. */
final class WorkerLoader {

    // only left joins: EclipseLink writes the others after them, and PostgreSQL then misses a table
    private static final String RELEASES =
            "SELECT r, v, c, s, p FROM ReleaseRow r"
                    + " LEFT JOIN VersionRow v ON v.id = r.versionId"
                    + " LEFT JOIN ConfigRow c ON c.id = r.configId"
                    + " LEFT JOIN ReleaseStatusRow s ON s.releaseId = r.id"
                    + " LEFT JOIN VersionStatusRow p ON p.versionId = r.versionId"
                    + " WHERE r.workerId = :worker"
                    + " AND (s.releaseId IS NOT NULL OR r.id = :wanted)"
                    + " ORDER BY r.id";

    private final JpaTransactions transactions;
    private final ConfigCipher cipher;

    WorkerLoader(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    Optional<WorkerFacts> load(WorkerId worker) {
        return transactions
                .entities()
                .createQuery(
                        "SELECT w, s FROM WorkerRow w"
                                + " LEFT JOIN WorkerStatusRow s ON s.workerId = w.id"
                                + " WHERE w.id = :worker",
                        Object[].class)
                .setParameter("worker", worker.value())
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                facts(
                                        WorkerMapper.worker((WorkerRow) row[0]),
                                        (WorkerStatusRow) row[1]));
    }

    private WorkerFacts facts(Worker worker, WorkerStatusRow row) {
        Optional<WorkerStatusRow> status = Optional.ofNullable(row);
        return new WorkerFacts(
                worker,
                WorkerMapper.status(row),
                status.map(WorkerLoader::rollout).orElse(RolloutFacts.NONE),
                WorkerMapper.optional(status.map(found -> found.serving).orElse(null)),
                status.filter(found -> found.warm != null)
                        .map(found -> new Warm(found.warm, found.warmUntil)),
                status.map(found -> found.lookAt),
                releases(worker));
    }

    private static RolloutFacts rollout(WorkerStatusRow row) {
        return new RolloutFacts(
                row.rollout,
                Optional.ofNullable(row.step).map(StepJson::read),
                row.stepSince,
                Optional.ofNullable(row.stepShifted),
                row.followed,
                WorkerMapper.optional(row.refused));
    }

    private List<ReleaseFacts> releases(Worker worker) {
        return transactions
                .entities()
                .createQuery(RELEASES, Object[].class)
                .setParameter("worker", worker.id().value())
                .setParameter("wanted", worker.release().orElse(0))
                .getResultStream()
                .map(row -> release(worker, row))
                .toList();
    }

    private ReleaseFacts release(Worker worker, Object[] row) {
        Optional<ReleaseStatusRow> status = Optional.ofNullable((ReleaseStatusRow) row[3]);
        return new ReleaseFacts(
                ((ReleaseRow) row[0]).id,
                VersionMapper.version((VersionRow) row[1]),
                VersionMapper.status((VersionStatusRow) row[4]),
                env(worker, (ConfigRow) row[2]),
                status.map(found -> found.wanted).orElse(0),
                status.map(found -> found.weight).orElse(0),
                status.map(found -> found.idleSince),
                status.map(WorkerLoader::seen).orElse(Traffic.NONE),
                status.map(WorkerLoader::endpoints).orElse(List.of()),
                status.map(found -> found.failure));
    }

    private static Traffic seen(ReleaseStatusRow row) {
        return new Traffic(0, row.seenRequests, row.seenErrors, Duration.ofNanos(row.seenLatency));
    }

    // a worker goes although its configuration can be read no longer
    private Map<String, String> env(Worker worker, ConfigRow row) {
        return worker.deleted()
                ? Map.of()
                : cipher.open(
                        row.tenantId,
                        row.workerId,
                        new SealedConfig(row.keyId, row.nonce, row.ciphertext));
    }

    private static List<Endpoint> endpoints(ReleaseStatusRow row) {
        return EndpointsJson.read(row.endpoints);
    }
}
