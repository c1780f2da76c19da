package dev.berth.store.worker;

import dev.berth.intent.worker.Release;
import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.SeenRollout;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.intent.worker.SeenWorker;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps what is wanted of workers. */
public final class JpaWorkerStore implements WorkerStore {

    private final JpaTransactions transactions;
    private final WorkerQueries queries;
    private final ReleaseQueries releases;
    private final ConfigQueries configurations;
    private final WorkerInserts inserts;

    public JpaWorkerStore(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.queries = new WorkerQueries(transactions);
        this.releases = new ReleaseQueries(transactions);
        this.configurations = new ConfigQueries(transactions, cipher);
        this.inserts = new WorkerInserts(transactions, cipher);
    }

    @Override
    public void add(Worker worker, UserId createdBy) {
        if (queries.taken(worker.project(), worker.name())) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot create worker '"
                            + worker.name()
                            + "': its project has one of that name; choose another");
        }
        transactions.entities().persist(WorkerMapper.row(worker, createdBy));
        transactions.entities().flush();
    }

    @Override
    public Optional<Worker> find(TenantId tenant, WorkerId id) {
        return queries.row(tenant, id, LockModeType.NONE).map(this::read);
    }

    @Override
    public Optional<Worker> lock(TenantId tenant, WorkerId id) {
        return queries.row(tenant, id, LockModeType.PESSIMISTIC_WRITE).map(this::read);
    }

    @Override
    public Paged<SeenWorker> list(TenantId tenant, Page page) {
        return queries.list(tenant, Optional.empty(), page);
    }

    @Override
    public Paged<SeenWorker> list(TenantId tenant, ProjectId project, Page page) {
        return queries.list(tenant, Optional.of(project), page);
    }

    @Override
    public WorkerStatus status(TenantId tenant, WorkerId id) {
        return queries.status(tenant, id);
    }

    @Override
    public Paged<SeenVersion> versions(TenantId tenant, WorkerId id, Page page) {
        return queries.versions(tenant, id, page);
    }

    @Override
    public Optional<Version> version(TenantId tenant, WorkerId id, long version) {
        return queries.version(tenant, id, version);
    }

    @Override
    public List<SeenRelease> releases(TenantId tenant, WorkerId id) {
        return queries.releases(tenant, id);
    }

    @Override
    public Optional<SeenVersion> seenVersion(TenantId tenant, WorkerId id, long version) {
        return queries.seenVersion(tenant, id, version);
    }

    @Override
    public Release release(TenantId tenant, WorkerId id, long number) {
        return releases.of(tenant, id, number);
    }

    @Override
    public List<Release> releasesOf(TenantId tenant, WorkerId id, long version) {
        return releases.ofVersion(tenant, id, version);
    }

    @Override
    public OptionalLong served(TenantId tenant, WorkerId id, long version) {
        return configurations.served(tenant, id, version);
    }

    @Override
    public Configuration configuration(TenantId tenant, WorkerId id) {
        return configurations.wanted(tenant, id);
    }

    @Override
    public Configuration configuration(TenantId tenant, WorkerId id, long number) {
        return configurations.numbered(tenant, id, number);
    }

    @Override
    public long addConfiguration(TenantId tenant, WorkerId id, Configuration wanted, Instant now) {
        return inserts.configuration(tenant, id, wanted, now);
    }

    @Override
    public SeenRollout rollout(TenantId tenant, WorkerId id) {
        return releases.rollout(tenant, id);
    }

    @Override
    public long deploy(
            TenantId tenant, Version version, Configuration configuration, long generation) {
        return inserts.deploy(tenant, version, configuration, generation);
    }

    @Override
    public long addRelease(TenantId tenant, WorkerId id, long version, long config, Instant now) {
        return inserts.release(tenant, id, version, config, now);
    }

    @Override
    public void want(TenantId tenant, WorkerId id, long release, long generation) {
        int changed =
                transactions
                        .sql()
                        .update(
                                """
                                UPDATE workers SET release_id = ?, rollout = ?, generation = ?
                                WHERE tenant_id = ? AND id = ?
                                """,
                                release,
                                generation,
                                generation,
                                tenant.value(),
                                id.value());
        if (changed == 0) {
            throw Refusal.absent("worker", id.value());
        }
    }

    @Override
    public void change(Worker worker) {
        WorkerRow row = existing(worker.tenant(), worker.id());
        boolean moves = !row.projectId.equals(worker.project().value());
        if (moves && queries.taken(worker.project(), worker.name())) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot move worker '%s': that project has one of its name"
                            .formatted(worker.name()));
        }
        WorkerMapper.change(row, worker);
        transactions.entities().flush();
    }

    @Override
    public void say(TenantId tenant, WorkerId id, Verdict verdict) {
        WorkerRow row = existing(tenant, id);
        row.verdict = Words.of(verdict.kind());
        row.verdictRelease = verdict.release();
        row.verdictGeneration = verdict.generation();
        row.generation = verdict.generation();
        transactions.entities().flush();
    }

    @Override
    public void markDeleted(TenantId tenant, WorkerId id, long generation) {
        WorkerRow row = existing(tenant, id);
        row.deleted = true;
        row.generation = generation;
        transactions.entities().flush();
    }

    // what SQL changes later in the transaction is then read anew
    private Worker read(WorkerRow row) {
        transactions.entities().detach(row);
        return WorkerMapper.worker(row);
    }

    private WorkerRow existing(TenantId tenant, WorkerId id) {
        return queries.row(tenant, id, LockModeType.NONE)
                .orElseThrow(() -> Refusal.absent("worker", id.value()));
    }
}
