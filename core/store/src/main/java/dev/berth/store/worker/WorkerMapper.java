package dev.berth.store.worker;

import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Verdict;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Words;
import java.util.Optional;
import java.util.OptionalLong;

/** Translates workers and what has become of them. */
final class WorkerMapper {

    private WorkerMapper() {}

    static WorkerRow row(Worker worker, UserId createdBy) {
        WorkerRow row = new WorkerRow();
        row.id = worker.id().value();
        row.tenantId = worker.tenant().value();
        row.name = worker.name();
        row.deleted = worker.deleted();
        row.createdBy = createdBy.value();
        row.createdAt = worker.createdAt();
        change(row, worker);
        return row;
    }

    /** Writes what may become otherwise. */
    static void change(WorkerRow row, Worker worker) {
        WorkerSettings settings = worker.settings();
        row.projectId = worker.project().value();
        row.cpu = settings.cpu();
        row.memory = settings.memory();
        row.disk = settings.disk();
        row.minReplicas = settings.minReplicas();
        row.maxReplicas = settings.maxReplicas();
        row.region = settings.region();
        row.strategy = settings.strategy();
        row.runtime = settings.runtime();
        row.releaseId = worker.release().isEmpty() ? null : worker.release().getAsLong();
        row.rollout = worker.rollout();
        row.generation = worker.generation();
    }

    static Worker worker(WorkerRow row) {
        return new Worker(
                new WorkerId(row.id),
                new TenantId(row.tenantId),
                new ProjectId(row.projectId),
                row.name,
                settings(row),
                optional(row.releaseId),
                row.rollout,
                verdict(row),
                row.generation,
                row.deleted,
                row.createdAt);
    }

    private static Optional<Verdict> verdict(WorkerRow row) {
        return Optional.ofNullable(row.verdict)
                .map(
                        word ->
                                new Verdict(
                                        Words.read(Verdict.Kind.class, word),
                                        row.verdictRelease,
                                        row.verdictGeneration));
    }

    /** Returns the status in {@code row}, which is null where nothing was done for the worker. */
    static WorkerStatus status(WorkerStatusRow row) {
        return row == null
                ? WorkerStatus.NONE
                : new WorkerStatus(
                        row.observed,
                        Words.read(WorkerStatus.Phase.class, row.phase),
                        optional(row.activeVersion),
                        Json.conditions(row.conditions),
                        row.message);
    }

    static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static WorkerSettings settings(WorkerRow row) {
        return new WorkerSettings(
                row.cpu,
                row.memory,
                row.disk,
                row.minReplicas,
                row.maxReplicas,
                row.region,
                row.strategy,
                row.runtime);
    }
}
