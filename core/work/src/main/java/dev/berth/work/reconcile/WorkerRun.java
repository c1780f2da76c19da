package dev.berth.work.reconcile;

import dev.berth.model.Condition;
import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.work.Claim;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The working copy of what is known of a worker while a run goes on. */
final class WorkerRun {

    private final Claim claim;
    private final Worker worker;
    private final WorkerRecords records;
    private final List<ReleaseRun> releases;
    private final RolloutRun rollout;
    private WorkerStatus status;
    private OptionalLong serving;
    private Optional<Warm> warm;
    private Optional<Instant> lookAt = Optional.empty();
    private WorkerFacts saved;

    WorkerRun(Claim claim, WorkerFacts facts, WorkerRecords records) {
        this.claim = claim;
        this.worker = facts.worker();
        this.records = records;
        this.releases = new ArrayList<>();
        facts.releases().forEach(release -> releases.add(new ReleaseRun(worker, release)));
        this.rollout = new RolloutRun(worker, facts.rollout());
        this.status = facts.status();
        this.serving = facts.serving();
        this.warm = facts.warm();
        this.saved = facts;
    }

    Claim claim() {
        return claim;
    }

    Worker worker() {
        return worker;
    }

    RolloutRun rollout() {
        return rollout;
    }

    List<ReleaseRun> releases() {
        return List.copyOf(releases);
    }

    /** Returns the release that is wanted; empty before the first deploy. */
    Optional<ReleaseRun> wanted() {
        return named(worker.release());
    }

    /** Returns the release that has, or had last, the traffic. */
    Optional<ReleaseRun> serving() {
        return named(serving);
    }

    boolean isServing(ReleaseRun release) {
        return isNumber(serving, release);
    }

    /** Returns the wanted release where its rollout was given up. */
    Optional<ReleaseRun> refused() {
        return wanted().filter(release -> !isServing(release))
                .filter(release -> rollout.isRefused() && release.failure().isPresent());
    }

    /** Returns the releases that are neither wanted nor serving. */
    List<ReleaseRun> overtaken() {
        return releases.stream()
                .filter(release -> !isNumber(worker.release(), release))
                .filter(release -> !isServing(release))
                .toList();
    }

    void serve(ReleaseRun release) {
        serving = OptionalLong.of(release.id().number());
    }

    /** Returns the release that served before and is kept. */
    Optional<ReleaseRun> warm() {
        return warm.flatMap(kept -> named(OptionalLong.of(kept.release())));
    }

    Optional<Instant> warmUntil() {
        return warm.map(Warm::until);
    }

    void keepWarm(ReleaseRun release, Instant until) {
        warm = Optional.of(new Warm(release.id().number(), until));
    }

    void letGo() {
        warm = Optional.empty();
    }

    void refuse(ReleaseRun release, String reason) {
        release.reject(reason);
        rollout.refuse();
    }

    void become(WorkerStatus.Phase phase, String message, List<Condition> conditions) {
        OptionalLong active =
                releases.stream()
                        .filter(release -> release.weight() > 0)
                        .max(
                                Comparator.comparingInt(ReleaseRun::weight)
                                        .thenComparing(this::isServing))
                        .stream()
                        .mapToLong(release -> release.version().id())
                        .findAny();
        status = new WorkerStatus(status.observed(), phase, active, conditions, message);
    }

    WorkerStatus.Phase phase() {
        return status.phase();
    }

    /** Has the worker looked at again, though nothing more is wanted. */
    void lookAt(Instant moment) {
        lookAt = Optional.of(moment);
    }

    /** Notes that nothing is left to do for the generation that was read. */
    void conclude() {
        status =
                new WorkerStatus(
                        worker.generation(),
                        status.phase(),
                        status.activeVersion(),
                        status.conditions(),
                        status.message());
    }

    /** Writes down where the run stands where that changes a route; returns whether it does. */
    boolean saveRoutes() {
        return !facts().targets().equals(saved.targets()) && save();
    }

    /** Writes down where the run stands; returns whether that changes a route. */
    boolean save() {
        if (!facts().shares().equals(saved.shares())) {
            rollout.reweighed();
        }
        WorkerFacts now = facts();
        if (now.equals(saved)) {
            return false;
        }
        boolean rerouted = !now.targets().equals(saved.targets());
        records.save(claim, now);
        saved = now;
        return rerouted;
    }

    private WorkerFacts facts() {
        return new WorkerFacts(
                worker,
                status,
                rollout.facts(),
                serving,
                warm,
                lookAt.or(this::warmUntil),
                releases.stream().map(ReleaseRun::facts).toList());
    }

    void forget(ReleaseRun release) {
        records.forget(claim, release.id());
        releases.remove(release);
    }

    private Optional<ReleaseRun> named(OptionalLong number) {
        return releases.stream().filter(release -> isNumber(number, release)).findAny();
    }

    private static boolean isNumber(OptionalLong number, ReleaseRun release) {
        return number.equals(OptionalLong.of(release.id().number()));
    }
}
