package dev.berth.work.rehearsal;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.util.List;
import java.util.Optional;

/** The records of a rehearsal: one worker, in memory; nobody else sees what is written. */
final class RehearsedRecords implements WorkerRecords {

    private WorkerFacts facts;
    private long revision;

    RehearsedRecords(WorkerFacts facts) {
        this.facts = facts;
    }

    WorkerFacts facts() {
        return facts;
    }

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        return Optional.of(facts);
    }

    @Override
    public void save(Claim claim, WorkerFacts now) {
        facts = now;
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        facts =
                new WorkerFacts(
                        facts.worker(),
                        facts.status(),
                        facts.rollout(),
                        facts.serving(),
                        facts.warm(),
                        facts.lookAt(),
                        facts.releases().stream()
                                .filter(kept -> kept.number() != release.number())
                                .toList());
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        // of the versions that a deploy overtakes nothing is told in a plan
    }

    @Override
    public void purge(Claim claim) {
        throw new IllegalStateException("a deploy is rehearsed, not a deletion");
    }

    @Override
    public List<WorkerRoute> routes() {
        return List.of(new WorkerRoute(facts.worker().id(), facts.targets()));
    }

    @Override
    public long nextRevision() {
        return ++revision;
    }

    @Override
    public void publish(List<ConfiguredExtension> extensions) {
        throw new IllegalStateException("a rehearsal publishes nothing");
    }
}
