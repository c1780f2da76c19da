package dev.berth.intent.worker;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps workers for the length of a test. */
final class InMemoryWorkerStore implements WorkerStore {

    private static final VersionStatus SUCCESS = new VersionStatus(VersionStatus.Phase.SUCCESS, "");

    private final FakeTransactions transactions;
    private final Map<WorkerId, Worker> workers = new LinkedHashMap<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Configuration> configs = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();
    final Set<Long> succeeded = new HashSet<>();
    final Map<Long, Long> served = new HashMap<>();
    SeenRollout rollout = SeenRollout.NONE;

    InMemoryWorkerStore(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    List<Version> versions() {
        return List.copyOf(versions);
    }

    List<Configuration> configs() {
        return List.copyOf(configs);
    }

    List<Release> releases() {
        return List.copyOf(releases);
    }

    Worker worker(WorkerId id) {
        return workers.get(id);
    }

    @Override
    public void add(Worker worker, UserId createdBy) {
        transactions.mustBeOpen();
        if (workers.values().stream().anyMatch(other -> sameName(worker, other))) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT, "there is a worker '" + worker.name() + "' already");
        }
        workers.put(worker.id(), worker);
    }

    @Override
    public Optional<Worker> find(TenantId tenant, WorkerId id) {
        transactions.mustBeOpen();
        return Optional.ofNullable(workers.get(id))
                .filter(worker -> worker.tenant().equals(tenant));
    }

    @Override
    public Optional<Worker> lock(TenantId tenant, WorkerId id) {
        return find(tenant, id);
    }

    @Override
    public Paged<SeenWorker> list(TenantId tenant, Page page) {
        return listed(page, worker -> worker.tenant().equals(tenant));
    }

    @Override
    public Paged<SeenWorker> list(TenantId tenant, ProjectId project, Page page) {
        return listed(
                page, worker -> worker.tenant().equals(tenant) && worker.project().equals(project));
    }

    @Override
    public WorkerStatus status(TenantId tenant, WorkerId id) {
        transactions.mustBeOpen();
        return WorkerStatus.NONE;
    }

    @Override
    public Paged<SeenVersion> versions(TenantId tenant, WorkerId id, Page page) {
        transactions.mustBeOpen();
        List<SeenVersion> seen =
                versions.reversed().stream()
                        .filter(version -> version.worker().equals(id))
                        .map(version -> new SeenVersion(version, VersionStatus.NONE))
                        .toList();
        return paged(seen, page);
    }

    @Override
    public Optional<Version> version(TenantId tenant, WorkerId id, long version) {
        transactions.mustBeOpen();
        return version < 1 || version > versions.size()
                ? Optional.empty()
                : Optional.of(versions.get((int) version - 1))
                        .filter(found -> found.worker().equals(id));
    }

    @Override
    public Optional<SeenVersion> seenVersion(TenantId tenant, WorkerId id, long version) {
        return version(tenant, id, version)
                .map(
                        found ->
                                new SeenVersion(
                                        found,
                                        succeeded.contains(version)
                                                ? SUCCESS
                                                : VersionStatus.NONE));
    }

    @Override
    public Release release(TenantId tenant, WorkerId id, long number) {
        transactions.mustBeOpen();
        return releases.get((int) number - 1);
    }

    @Override
    public List<Release> releasesOf(TenantId tenant, WorkerId id, long version) {
        transactions.mustBeOpen();
        return releases.reversed().stream()
                .filter(release -> release.version() == version)
                .toList();
    }

    @Override
    public SeenRollout rollout(TenantId tenant, WorkerId id) {
        transactions.mustBeOpen();
        return rollout;
    }

    @Override
    public void say(TenantId tenant, WorkerId id, Verdict verdict) {
        workers.computeIfPresent(
                id,
                (_, old) ->
                        changed(
                                old,
                                old.release(),
                                Optional.of(verdict),
                                verdict.generation(),
                                false));
    }

    @Override
    public List<SeenRelease> releases(TenantId tenant, WorkerId id) {
        transactions.mustBeOpen();
        return List.of();
    }

    @Override
    public OptionalLong served(TenantId tenant, WorkerId id, long version) {
        transactions.mustBeOpen();
        return served.containsKey(version)
                ? OptionalLong.of(served.get(version))
                : OptionalLong.empty();
    }

    /** One worker is configured at a time here, and so the newest is the newest of that. */
    @Override
    public Configuration configuration(TenantId tenant, WorkerId id) {
        transactions.mustBeOpen();
        OptionalLong release = workers.get(id).release();
        if (release.isPresent()) {
            return configuration(tenant, id, release(tenant, id, release.getAsLong()).config());
        }
        return configs.isEmpty() ? Configuration.NONE : configs.getLast();
    }

    @Override
    public Configuration configuration(TenantId tenant, WorkerId id, long number) {
        transactions.mustBeOpen();
        return configs.get((int) number - 1);
    }

    @Override
    public long addConfiguration(TenantId tenant, WorkerId id, Configuration wanted, Instant now) {
        transactions.mustBeOpen();
        configs.add(wanted);
        return configs.size();
    }

    @Override
    public void change(Worker worker) {
        transactions.mustBeOpen();
        workers.put(worker.id(), worker);
    }

    @Override
    public long deploy(
            TenantId tenant, Version version, Configuration configuration, long generation) {
        transactions.mustBeOpen();
        versions.add(version);
        configs.add(configuration);
        long release =
                addRelease(
                        tenant,
                        version.worker(),
                        versions.size(),
                        configs.size(),
                        version.createdAt());
        want(tenant, version.worker(), release, generation);
        return versions.size();
    }

    @Override
    public long addRelease(TenantId tenant, WorkerId id, long version, long config, Instant now) {
        transactions.mustBeOpen();
        releases.add(new Release(releases.size() + 1, version, config));
        return releases.size();
    }

    @Override
    public void want(TenantId tenant, WorkerId id, long release, long generation) {
        workers.computeIfPresent(
                id,
                (_, old) ->
                        changed(old, OptionalLong.of(release), old.verdict(), generation, false));
    }

    @Override
    public void markDeleted(TenantId tenant, WorkerId id, long generation) {
        workers.computeIfPresent(
                id, (_, old) -> changed(old, old.release(), old.verdict(), generation, true));
    }

    private Paged<SeenWorker> listed(Page page, Predicate<Worker> wanted) {
        transactions.mustBeOpen();
        return paged(
                workers.values().stream()
                        .filter(wanted)
                        .map(worker -> new SeenWorker(worker, WorkerStatus.NONE))
                        .toList(),
                page);
    }

    private static <T> Paged<T> paged(List<T> all, Page page) {
        return new Paged<>(
                all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private static boolean sameName(Worker one, Worker other) {
        return one.name().equals(other.name())
                && one.project().equals(other.project())
                && !other.deleted();
    }

    private static Worker changed(
            Worker old,
            OptionalLong release,
            Optional<Verdict> verdict,
            long generation,
            boolean deleted) {
        return new Worker(
                old.id(),
                old.tenant(),
                old.project(),
                old.name(),
                old.settings(),
                release,
                release.equals(old.release()) ? old.rollout() : generation,
                verdict,
                generation,
                deleted,
                old.createdAt());
    }
}
