package dev.berth.work.reconcile;

import dev.berth.model.VersionStatus;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import dev.berth.work.worker.WorkerFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A rollout of version 2 over version 1 in two stages, and what moves it on. */
abstract class RolloutScene {

    static final Duration KEPT = Duration.ofMinutes(10);
    static final Duration DRAINED = Duration.ofSeconds(30);

    final FakeRecords records = new FakeRecords();
    final FakePlugins plugins = new FakePlugins();
    final Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
    Instant now = Instant.EPOCH;
    final Reconciler reconciler =
            new Reconciler(records, plugins, routes, () -> now, new RolloutSettings(KEPT, DRAINED));

    RolloutScene() {
        plugins.strategy = new StagedStrategy();
        records.facts =
                Optional.of(Facts.of(Facts.worker(2, 3), 1, Facts.serving(1), Facts.fresh(2)));
    }

    void finish() {
        reconcile();
        pass(Duration.ofSeconds(10));
        reconcile();
        pass(Duration.ofSeconds(10));
        reconcile();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Outcome reconcile() {
        return reconciler.reconcile(Facts.CLAIM);
    }

    VersionStatus version(long release) {
        return facts().releases().stream()
                .filter(one -> one.number() == release)
                .findAny()
                .orElseThrow()
                .versionStatus();
    }

    WorkerFacts facts() {
        return records.facts.orElseThrow();
    }
}
