package dev.berth.work.task;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Claim;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;

/** Records of workers that are purged, which answer when the test lets them. */
record HeldRecords(Queue<String> asked, Semaphore go) implements WorkerRecords {

    @Override
    public Optional<WorkerFacts> load(WorkerId worker) {
        asked.add(worker.value());
        go.acquireUninterruptibly();
        return Optional.empty();
    }

    @Override
    public List<WorkerRoute> routes() {
        return List.of();
    }

    @Override
    public long nextRevision() {
        return 1;
    }

    @Override
    public void publish(List<ConfiguredExtension> extensions) {
        // nobody reads them here
    }

    @Override
    public void save(Claim claim, WorkerFacts facts) {
        throw unexpected();
    }

    @Override
    public void forget(Claim claim, ReleaseId release) {
        throw unexpected();
    }

    @Override
    public void supersede(Claim claim, long but, String message) {
        throw unexpected();
    }

    @Override
    public void purge(Claim claim) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("the worker is purged");
    }
}
