package dev.berth.store.reconcile;

import dev.berth.model.Condition;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.Verdict;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.rollout.StepJson;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Sql;
import dev.berth.store.sql.Words;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads everything that Inner knows of a worker; in SQL, since it is what Inner does most. */
final class WorkerLoader {

    private static final String WORKER =
            """
            SELECT w.id, w.tenant_id, w.project_id, w.name, w.cpu, w.memory, w.disk,
                w.min_replicas, w.max_replicas, w.region, w.strategy, w.runtime, w.release_id,
                w.rollout, w.verdict, w.verdict_release, w.verdict_generation, w.generation,
                w.deleted, w.created_at, s.observed, s.phase, s.active_version, s.conditions,
                s.message, s.step, s.step_since, s.step_shifted, s.rollout AS begun, s.followed,
                s.refused, s.serving, s.warm, s.warm_until, s.look_at
            FROM workers w LEFT JOIN worker_status s ON s.worker_id = w.id
            WHERE w.id = ?
            """;

    private final ReleaseLoader releases;

    WorkerLoader(ConfigCipher cipher) {
        this.releases = new ReleaseLoader(cipher);
    }

    Optional<WorkerFacts> load(Sql sql, WorkerId worker) {
        return sql.first(WORKER, WorkerLoader::found, worker.value())
                .map(found -> with(found, releases.load(sql, found.worker())));
    }

    private static WorkerFacts with(WorkerFacts found, List<ReleaseFacts> releases) {
        return new WorkerFacts(
                found.worker(),
                found.status(),
                found.rollout(),
                found.serving(),
                found.warm(),
                found.lookAt(),
                releases);
    }

    private static WorkerFacts found(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        Worker worker = worker(columns);
        boolean untouched = columns.optionalNumber("observed").isEmpty();
        return new WorkerFacts(
                worker,
                untouched ? WorkerStatus.NONE : status(columns),
                untouched ? RolloutFacts.NONE : rollout(columns),
                columns.optionalNumber("serving"),
                warm(columns),
                columns.optionalMoment("look_at"),
                List.of());
    }

    private static Worker worker(Columns columns) throws SQLException {
        return new Worker(
                new WorkerId(columns.text("id")),
                new TenantId(columns.id("tenant_id")),
                new ProjectId(columns.id("project_id")),
                columns.text("name"),
                settings(columns),
                columns.optionalNumber("release_id"),
                columns.number("rollout"),
                verdict(columns),
                columns.number("generation"),
                columns.flag("deleted"),
                columns.moment("created_at"));
    }

    private static WorkerSettings settings(Columns columns) throws SQLException {
        return new WorkerSettings(
                columns.text("cpu"),
                columns.text("memory"),
                columns.text("disk"),
                columns.whole("min_replicas"),
                columns.whole("max_replicas"),
                columns.text("region"),
                columns.text("strategy"),
                columns.text("runtime"));
    }

    private static Optional<Verdict> verdict(Columns columns) throws SQLException {
        Optional<String> word = columns.optionalText("verdict");
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict(
                                Words.read(Verdict.Kind.class, word.get()),
                                columns.number("verdict_release"),
                                columns.number("verdict_generation")));
    }

    private static WorkerStatus status(Columns columns) throws SQLException {
        List<Condition> conditions = Json.conditions(columns.text("conditions"));
        return new WorkerStatus(
                columns.number("observed"),
                Words.read(WorkerStatus.Phase.class, columns.text("phase")),
                columns.optionalNumber("active_version"),
                conditions,
                columns.text("message"));
    }

    private static RolloutFacts rollout(Columns columns) throws SQLException {
        return new RolloutFacts(
                columns.number("begun"),
                columns.optionalText("step").map(StepJson::read),
                columns.moment("step_since"),
                columns.optionalMoment("step_shifted"),
                columns.number("followed"),
                columns.optionalNumber("refused"));
    }

    private static Optional<Warm> warm(Columns columns) throws SQLException {
        OptionalLong release = columns.optionalNumber("warm");
        return release.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warm(release.getAsLong(), columns.moment("warm_until")));
    }
}
