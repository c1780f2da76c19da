package dev.berth.inner;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.util.List;
import java.util.Optional;

/** Records whose writing is counted. */
record CountedRecords(WorkerRecords records, WorkMetrics metrics) implements WorkerRecords {

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        return records.load(worker);
    }

    @Override
    public void save(Claim claim, WorkerFacts facts) {
        records.save(claim, facts);
        metrics.statusWritten();
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        records.forget(claim, release);
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        records.supersede(claim, but, message);
    }

    @Override
    public void purge(Claim claim) {
        records.purge(claim);
    }

    @Override
    public List<WorkerRoute> routes() {
        return records.routes();
    }

    @Override
    public long nextRevision() {
        return records.nextRevision();
    }

    @Override
    public void publish(List<ConfiguredExtension> extensions) {
        records.publish(extensions);
        metrics.lookedAtEverything();
    }
}
