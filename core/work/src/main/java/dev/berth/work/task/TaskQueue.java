package dev.berth.work.task;

import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.WorkerId;
import dev.berth.work.Claim;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table of tasks as Inner sees it. Every method is a transaction of its own; times are the
 * database's. What names a claim changes nothing once its lease is lost.
 */
public interface TaskQueue {

    /** How long a lease lasts without being renewed. */
    Duration LEASE = Duration.ofSeconds(30);

    /**
     * Claims workers that have a due task and are not being worked on, among them those whose lease
     * ran out; tenants in turn, and no more than there is room for.
     */
    List<Claim> claim(String executor, Room room);

    /** Renews the leases of {@code claims} and returns those that are still held. */
    Set<Claim> renew(String executor, Collection<Claim> claims);

    /** Ends every task of the worker up to {@code generation}, well or with {@code error}. */
    void settle(Claim claim, long generation, Optional<String> error);

    /** Lets the claim go and makes its task due again after {@code pause}; not a failure. */
    void again(Claim claim, Duration pause);

    /**
     * Lets the claim go and makes its task due again after {@code pause}, because of {@code error}.
     */
    void retry(Claim claim, Duration pause, String error);

    /** Makes due at once what {@code executor} held before it was started again. */
    void free(String executor);

    /**
     * Has every worker that has a release or is deleted looked at now: a task to reconcile it that
     * was due later is due at once, and a worker without a task to come gets one.
     */
    void reconcileAll();

    /**
     * Has a task of the worker due now: one that it has to come, or else a new one to reconcile it.
     * One that retries keeps its pause. Idempotent; does nothing for a worker that is not there.
     */
    void look(WorkerId worker);

    /**
     * Adds a task of Outer's kind for an existing worker and returns its id; empty where there is
     * no such worker.
     */
    Optional<TaskId> accept(TaskType type, WorkerId worker);
}
