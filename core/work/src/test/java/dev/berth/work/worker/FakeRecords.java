package dev.berth.work.worker;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records in memory; remembers every status that was saved, in order. */
public final class FakeRecords implements WorkerRecords {

    public final List<WorkerFacts> saved = new ArrayList<>();
    public final List<String> superseded = new ArrayList<>();
    public final List<ReleaseId> forgotten = new ArrayList<>();
    public Optional<WorkerFacts> facts = Optional.empty();
    public boolean purged;
    private long revision;

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        return facts;
    }

    @Override
    public void save(Claim claim, WorkerFacts now) {
        saved.add(now);
        facts = Optional.of(now);
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        forgotten.add(release);
        WorkerFacts now = facts.orElseThrow();
        facts =
                Optional.of(
                        Facts.with(
                                now,
                                now.releases().stream()
                                        .filter(kept -> kept.number() != release.number())
                                        .toList()));
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        superseded.add(message);
    }

    @Override
    public void purge(Claim claim) {
        purged = true;
        facts = Optional.empty();
    }

    @Override
    public List<WorkerRoute> routes() {
        return facts
                .filter(now -> !now.worker().deleted())
                .map(now -> new WorkerRoute(now.worker().id(), now.targets()))
                .stream()
                .toList();
    }

    @Override
    public long nextRevision() {
        return ++revision;
    }

    @Override
    public void publish(List<ConfiguredExtension> extensions) {
        // nobody reads them here
    }
}
