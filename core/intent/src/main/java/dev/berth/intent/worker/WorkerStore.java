package dev.berth.intent.worker;

import dev.berth.model.Configuration;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where workers, versions, configurations and releases are kept. Every method needs a transaction;
 * every one that reads or changes a worker names its tenant.
 */
public interface WorkerStore {

    /** Adds a worker; refuses with {@code CONFLICT} where the project has one of that name. */
    void add(Worker worker, UserId createdBy);

    /** Returns a worker of {@code tenant}. */
    Optional<Worker> find(TenantId tenant, WorkerId id);

    /** Returns a worker of {@code tenant} that nobody else changes until the transaction ends. */
    Optional<Worker> lock(TenantId tenant, WorkerId id);

    /** Returns workers of {@code tenant}, oldest first. */
    Paged<SeenWorker> list(TenantId tenant, Page page);

    /** Returns workers of one project of {@code tenant}, oldest first. */
    Paged<SeenWorker> list(TenantId tenant, ProjectId project, Page page);

    /** Returns what has become of a worker of {@code tenant}. */
    WorkerStatus status(TenantId tenant, WorkerId id);

    /** Returns versions of a worker of {@code tenant}, newest first. */
    Paged<SeenVersion> versions(TenantId tenant, WorkerId id, Page page);

    /** Returns one version of a worker of {@code tenant}. */
    Optional<Version> version(TenantId tenant, WorkerId id, long version);

    /**
     * Returns the releases of a worker of {@code tenant} that run or have traffic, newest first.
     */
    List<SeenRelease> releases(TenantId tenant, WorkerId id);

    /** Returns one version of a worker of {@code tenant} and what has become of it. */
    Optional<SeenVersion> seenVersion(TenantId tenant, WorkerId id, long version);

    /** Returns a release of a worker of {@code tenant}; refuses where there is none. */
    Release release(TenantId tenant, WorkerId id, long number);

    /** Returns the releases of one version of a worker of {@code tenant}, newest first. */
    List<Release> releasesOf(TenantId tenant, WorkerId id, long version);

    /** Returns the release of a version of a worker of {@code tenant} that served last, if any. */
    OptionalLong served(TenantId tenant, WorkerId id, long version);

    /**
     * Returns the configuration that is wanted of a worker of {@code tenant}: that of the release
     * which is wanted, or before the first deploy the newest that was added.
     */
    Configuration configuration(TenantId tenant, WorkerId id);

    /** Returns a configuration of a worker of {@code tenant}; refuses where there is none. */
    Configuration configuration(TenantId tenant, WorkerId id, long number);

    /** Adds an encrypted revision of the configuration and returns its number. */
    long addConfiguration(TenantId tenant, WorkerId id, Configuration wanted, Instant now);

    /** Returns how far the rollout of a worker of {@code tenant} is. */
    SeenRollout rollout(TenantId tenant, WorkerId id);

    /**
     * Adds a version, an encrypted revision of the configuration and a release of the two, and
     * wants that as generation {@code generation}. Returns the number of the version; the number in
     * {@code version} is ignored.
     */
    long deploy(TenantId tenant, Version version, Configuration configuration, long generation);

    /** Adds a release of a version with a configuration and returns its number. */
    long addRelease(TenantId tenant, WorkerId id, long version, long config, Instant now);

    /** Wants {@code release} of a worker, as generation {@code generation}. */
    void want(TenantId tenant, WorkerId id, long release, long generation);

    /**
     * Writes down settings, project and release of {@code worker}, as the generation that it has.
     * Refuses with {@code CONFLICT} where another project has a worker of that name.
     */
    void change(Worker worker);

    /** Writes down what a developer says of a rollout, as the generation that the verdict names. */
    void say(TenantId tenant, WorkerId id, Verdict verdict);

    /** Wants a worker gone, as generation {@code generation}. */
    void markDeleted(TenantId tenant, WorkerId id, long generation);
}
