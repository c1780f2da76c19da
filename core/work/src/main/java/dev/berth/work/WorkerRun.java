package dev.berth.work;

import dev.berth.model.Condition;
import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The working copy of what is known of a worker while a run goes on. */
final class WorkerRun {

    private final Claim claim;
    private final Worker worker;
    private final WorkerRecords records;
    private final List<ReleaseRun> releases;
    private WorkerStatus status;
    private Optional<Step> step;
    private Instant since;
    private OptionalLong serving;
    private WorkerFacts saved;

    WorkerRun(Claim claim, WorkerFacts facts, WorkerRecords records) {
        this.claim = claim;
        this.worker = facts.worker();
        this.records = records;
        this.releases = new ArrayList<>(facts.releases().stream().map(ReleaseRun::new).toList());
        this.status = facts.status();
        this.step = facts.step();
        this.since = facts.since();
        this.serving = facts.serving();
        this.saved = facts;
    }

    Claim claim() {
        return claim;
    }

    Worker worker() {
        return worker;
    }

    List<ReleaseRun> releases() {
        return List.copyOf(releases);
    }

    Optional<Step> step() {
        return step;
    }

    Instant since() {
        return since;
    }

    /** Returns the release that is wanted; empty before the first deploy. */
    Optional<ReleaseRun> wanted() {
        return named(worker.release());
    }

    /** Returns the release that has, or had last, the traffic. */
    Optional<ReleaseRun> serving() {
        return named(serving);
    }

    /** Returns the releases that are neither wanted nor serving. */
    List<ReleaseRun> overtaken() {
        return releases.stream()
                .filter(release -> !isNumber(worker.release(), release))
                .filter(release -> !isNumber(serving, release))
                .toList();
    }

    ReleaseRun named(ReleaseId id) {
        return releases.stream()
                .filter(release -> release.id().equals(id))
                .findAny()
                .orElseThrow(
                        () ->
                                new PluginBug(
                                        "the strategy names release '" + id + "', which is not its",
                                        new IllegalArgumentException(id.toString())));
    }

    void serve(ReleaseRun release) {
        serving = OptionalLong.of(release.id().number());
    }

    void took(Step next, Instant now) {
        if (!step.equals(Optional.of(next))) {
            since = now;
        }
        step = Optional.of(next);
    }

    void endRollout() {
        step = Optional.empty();
    }

    void become(WorkerStatus.Phase phase, String message, List<Condition> conditions) {
        OptionalLong active =
                serving().filter(release -> release.weight() > 0).stream()
                        .mapToLong(release -> release.version().id())
                        .findAny();
        status = new WorkerStatus(status.observed(), phase, active, conditions, message);
    }

    WorkerStatus.Phase phase() {
        return status.phase();
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

    /** Writes down where the run stands; returns whether that changes a route. */
    boolean save() {
        WorkerFacts now =
                new WorkerFacts(
                        worker,
                        status,
                        step,
                        since,
                        serving,
                        releases.stream().map(ReleaseRun::facts).toList());
        if (now.equals(saved)) {
            return false;
        }
        boolean rerouted = !now.targets().equals(saved.targets());
        records.save(claim, now);
        saved = now;
        return rerouted;
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
