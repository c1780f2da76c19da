package dev.berth.work.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Refusal;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.PluginException;
import dev.berth.work.Backoff;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import dev.berth.work.PluginBug;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final int MOST_TRIES = 3;

    private final FakeRecords records = new FakeRecords();
    private final FakePlugins plugins = new FakePlugins();
    private final FakeQueue queue = new FakeQueue();
    private final List<String> ended = new ArrayList<>();

    RunTest() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
    }

    @Test
    void whatWasReachedIsSettled() {
        run(Facts.CLAIM);

        assertThat(queue.outcomes).containsExactly("settled 2");
        assertThat(ended).containsExactly("reached");
    }

    @Test
    void pluginThatIsAwayIsTriedAgain() {
        plugins.failure =
                Optional.of(new PluginException(PluginException.Kind.UNAVAILABLE, "away"));

        run(Facts.CLAIM);

        assertThat(queue.outcomes).containsExactly("retry: away");
    }

    @Test
    void pluginThatStaysAwayEndsTheTaskWithItsReason() {
        plugins.failure =
                Optional.of(new PluginException(PluginException.Kind.UNAVAILABLE, "away"));

        run(tried(MOST_TRIES));

        assertThat(queue.outcomes).containsExactly("settled 2: away");
        assertThat(records.facts.orElseThrow().status().phase())
                .isEqualTo(WorkerStatus.Phase.ERROR);
    }

    @Test
    void bugOfAPluginEndsTheTaskAndNamesIt() {
        plugins.failure =
                Optional.of(new PluginBug("runtime 'process' failed", new IllegalStateException()));

        run(Facts.CLAIM);

        assertThat(queue.outcomes).containsExactly("settled 2: runtime 'process' failed");
    }

    @Test
    void bugOfBerthEndsTheTaskAndIsToldToTheLogAlone() {
        plugins.failure = Optional.of(new IllegalStateException("secret of the database"));

        run(Facts.CLAIM);

        assertThat(queue.outcomes)
                .containsExactly("settled 2: it failed for a bug in Berth; its log says more");
    }

    @Test
    void stackThatOverflowsEndsTheTask() {
        plugins.strategy =
                _ -> {
                    throw new StackOverflowError();
                };

        run(Facts.CLAIM);

        assertThat(queue.outcomes).singleElement().asString().startsWith("settled 2: ");
    }

    @Test
    void storeThatIsAwayIsNoFailure() {
        plugins.failure = Optional.of(Refusal.of(Refusal.Kind.UNAVAILABLE, "the database is away"));

        run(Facts.CLAIM);

        assertThat(queue.outcomes).containsExactly("again");
    }

    @Test
    void outcomeOfALostLeaseIsLeftToWhoeverHasItNow() {
        plugins.failure = Optional.of(new LeaseLost(Facts.CLAIM));

        run(Facts.CLAIM);

        assertThat(queue.outcomes).isEmpty();
        assertThat(ended).containsExactly("lost");
    }

    @Test
    void workerThatIsPurgedNeedsNoSettling() {
        records.facts = Optional.empty();

        run(Facts.CLAIM);

        assertThat(queue.outcomes).isEmpty();
        assertThat(ended).containsExactly("purged");
    }

    @Test
    void pausesGrowButNotForEver() {
        Backoff backoff = new Backoff(new Random(1));

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
        assertThat(backoff.after(5)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(backoff.after(60)).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }

    private void run(Claim claim) {
        Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
        new Run(
                        claim,
                        queue,
                        new Reconciler(records, plugins, routes, () -> Instant.EPOCH),
                        new Run.Retries(MOST_TRIES, new Backoff(new Random(1)), _ -> {}),
                        (_, outcome, _) -> ended.add(outcome),
                        () -> Instant.EPOCH)
                .run();
    }

    private static Claim tried(int tries) {
        Claim claim = Facts.CLAIM;
        return new Claim(
                claim.worker(),
                claim.tenant(),
                claim.task(),
                claim.type(),
                claim.requestId(),
                claim.attempt(),
                tries,
                claim.runtime());
    }
}
