package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.ConfiguredExtension;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Router;
import dev.berth.spi.Traffic;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import dev.berth.work.Plugins;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inner dies before any of the things that it does, and goes on from what is written down. */
class CrashTest {

    /** More than any of these rollouts takes. */
    private static final int MOST = 400;

    /** What is left to compare when all is over. */
    private record End(
            Outcome outcome,
            WorkerStatus status,
            OptionalLong serving,
            Optional<Long> warm,
            List<String> releases,
            String weights) {}

    static IntStream crashes() {
        return IntStream.range(1, 60);
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void rolloutEndsAlike(int crash) {
        assertThat(play(new Crash(crash), Traffic.NONE)).isEqualTo(play(never(), Traffic.NONE));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void rollBackEndsAlike(int crash) {
        Traffic errors = new Traffic(0, 40, 12, Duration.ZERO);

        assertThat(play(new Crash(crash), errors)).isEqualTo(play(never(), errors));
    }

    private static Crash never() {
        return new Crash(Integer.MAX_VALUE);
    }

    private static End play(Crash crash, Traffic later) {
        FakeRecords records = new FakeRecords();
        FakePlugins plugins = new FakePlugins();
        plugins.strategy = new StagedStrategy();
        records.facts =
                Optional.of(Facts.of(Facts.worker(2, 3), 1, Facts.serving(1), Facts.fresh(2)));
        Instant[] now = {Instant.EPOCH};
        Optional<Outcome> outcome = Optional.empty();
        for (int look = 0; look < MOST && !isEnd(outcome); look++) {
            if (look == 5) {
                plugins.traffic.put(2L, later);
            }
            outcome = reconcile(crash, records, plugins, now[0]);
            now[0] = now[0].plusSeconds(1);
        }
        WorkerFacts facts = records.facts.orElseThrow();
        return new End(
                outcome.orElseThrow(),
                facts.status(),
                facts.serving(),
                facts.warm().map(Warm::release),
                facts.releases().stream()
                        .map(one -> one.number() + " x" + one.wanted() + one.versionStatus())
                        .toList(),
                plugins.weights());
    }

    private static boolean isEnd(Optional<Outcome> outcome) {
        return outcome.filter(
                        end -> end instanceof Outcome.Reached || end instanceof Outcome.Failed)
                .isPresent();
    }

    private static Optional<Outcome> reconcile(
            Crash crash, FakeRecords records, FakePlugins plugins, Instant now) {
        Routes routes =
                new Routes(crash.before(records), crash.before(plugins), id -> id + ".localhost");
        Reconciler reconciler =
                new Reconciler(crash.before(records), crash.before(plugins), routes, () -> now);
        try {
            return Optional.of(reconciler.reconcile(Facts.CLAIM));
        } catch (LeaseLost killed) {
            return Optional.empty();
        }
    }

    /** Counts what is done, and dies once. */
    private static final class Crash {

        private int left;

        Crash(int left) {
            this.left = left;
        }

        private void tick() {
            left--;
            if (left == 0) {
                throw new LeaseLost(Facts.CLAIM);
            }
        }

        WorkerRecords before(WorkerRecords records) {
            return new WorkerRecords() {

                @Override
                public Optional<WorkerFacts> load(WorkerId worker) {
                    return records.load(worker);
                }

                @Override
                public void save(Claim claim, WorkerFacts facts) {
                    tick();
                    records.save(claim, facts);
                }

                @Override
                public void forget(Claim claim, ReleaseId release) {
                    tick();
                    records.forget(claim, release);
                }

                @Override
                public void supersede(Claim claim, long but, String message) {
                    tick();
                    records.supersede(claim, but, message);
                }

                @Override
                public void purge(Claim claim) {
                    tick();
                    records.purge(claim);
                }

                @Override
                public List<WorkerRoute> routes() {
                    tick();
                    return records.routes();
                }

                @Override
                public long nextRevision() {
                    return records.nextRevision();
                }

                @Override
                public void publish(List<ConfiguredExtension> extensions) {
                    records.publish(extensions);
                }
            };
        }

        Plugins before(Plugins plugins) {
            return new Plugins() {

                @Override
                public WorkerRuntime runtime(String name) {
                    tick();
                    return plugins.runtime(name);
                }

                @Override
                public Router router() {
                    tick();
                    return plugins.router();
                }

                @Override
                public DeployStrategy strategy(String name) {
                    tick();
                    return plugins.strategy(name);
                }

                @Override
                public OperationContext operation(Claim claim, Consumer<String> progress) {
                    return plugins.operation(claim, progress);
                }

                @Override
                public List<ConfiguredExtension> configured() {
                    return plugins.configured();
                }
            };
        }
    }
}
