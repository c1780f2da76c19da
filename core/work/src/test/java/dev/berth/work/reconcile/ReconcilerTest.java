package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.model.Condition;
import dev.berth.model.Configuration;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerStatus;
import dev.berth.model.WorkerStatus.Phase;
import dev.berth.spi.Endpoint;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.Secret;
import dev.berth.spi.Step;
import dev.berth.work.PluginBug;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import dev.berth.work.worker.WorkerFacts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    private final FakeRecords records = new FakeRecords();
    private final FakePlugins plugins = new FakePlugins();
    private final Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
    private final Reconciler reconciler =
            new Reconciler(records, plugins, routes, () -> Instant.EPOCH);

    @Test
    void firstReleaseServesOnceItsRouteIsInForce() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Reached(2));
        assertThat(plugins.targets()).containsExactly(1L);
        assertThat(now().status())
                .isEqualTo(new WorkerStatus(2, Phase.ACTIVE, OptionalLong.of(10), List.of(), ""));
    }

    @Test
    void isNotActiveBeforeTheRouterSaysSo() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));

        reconcile();

        int routed = plugins.calls.indexOf("route [1]");
        assertThat(routed).isPositive();
        assertThat(records.saved.getFirst().status().phase()).isEqualTo(Phase.LOADING);
        assertThat(records.saved)
                .filteredOn(saved -> saved.releases().getFirst().weight() == 0)
                .allMatch(saved -> saved.status().phase() == Phase.LOADING);
    }

    @Test
    void moreInstancesAreStartedBesideThoseThatRun() {
        WorkerFacts one = Facts.of(Facts.worker(1, 2), 1, Facts.serving(1));
        records.facts = Optional.of(Facts.scaled(one, 3, 3));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Reached(3));
        assertThat(plugins.calls).contains("reconcile 1 x3").doesNotContain("reconcile 1 x0");
        assertThat(now().releases().getFirst().endpoints()).hasSize(3);
    }

    @Test
    void releaseGetsItsSecrets() {
        records.facts =
                Optional.of(
                        Facts.of(
                                Facts.worker(1, 2),
                                0,
                                Facts.configured(
                                        Facts.fresh(1),
                                        new Configuration(
                                                Map.of("A", "1", "S", "shown"),
                                                Map.of(),
                                                Map.of("S", "hunter2")))));

        reconcile();

        ReleaseSpec desired = plugins.specs.getLast();
        assertThat(desired.env()).isEqualTo(Map.of("A", "1"));
        assertThat(desired.secrets()).isEqualTo(Map.of("S", Secret.of("hunter2")));
        assertThat(desired.toString()).doesNotContain("hunter2");
        assertThat(now().toString()).doesNotContain("hunter2");
    }

    @Test
    void routeThatDidNotComeIntoForceIsTriedAgain() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.routeFailure = Optional.of(new IllegalStateException("the database is away"));
        var _ = catchThrowable(this::reconcile);
        plugins.routeFailure = Optional.empty();

        reconcile();

        assertThat(plugins.targets()).containsExactly(1L);
        assertThat(now().status().phase()).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void whatTheRuntimeCannotDoIsACondition() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.states.put(
                1L,
                new ReleaseState.Ready(
                        List.of(Endpoint.of(URI.create("http://127.0.0.1:20000"))),
                        1,
                        List.of(
                                new dev.berth.spi.Condition(
                                        "Isolated", false, "NotRoot", "shares a user"))));

        reconcile();

        assertThat(now().status().conditions())
                .containsExactly(new Condition("Isolated", false, "NotRoot", "shares a user"));
    }

    @Test
    void releaseThatIsNotReadyYetIsLookedAtAgain() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.states.put(
                1L, new ReleaseState.InProgress("starting", Duration.ofSeconds(1), List.of()));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Again(Duration.ofMillis(100)));
        assertThat(plugins.targets()).isEmpty();
        assertThat(now().status().observed()).isZero();
    }

    @Test
    void firstReleaseThatIsRejectedEndsInErrorWithTheReason() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.states.put(1L, new ReleaseState.Rejected(List.of("exited with code 3")));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(2, "exited with code 3"));
        assertThat(now().status().phase()).isEqualTo(Phase.ERROR);
        assertThat(now().releases().getFirst().versionStatus())
                .isEqualTo(new VersionStatus(VersionStatus.Phase.ERROR, "exited with code 3"));
        assertThat(plugins.calls).contains("reconcile 1 x0").doesNotContain("delete 1");
    }

    @Test
    void laterReleaseThatIsRejectedGivesTheTrafficBack() {
        records.facts =
                Optional.of(Facts.of(Facts.worker(2, 3), 1, Facts.serving(1), Facts.fresh(2)));
        plugins.states.put(2L, new ReleaseState.Rejected(List.of("exited with code 3")));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(3, "exited with code 3"));
        assertThat(plugins.targets()).containsExactly(1L);
        assertThat(now().status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(now().status().conditions())
                .containsExactly(
                        new Condition("Degraded", true, "RolledBack", "exited with code 3"));
    }

    @Test
    void releaseThatWasRejectedIsNotTriedAgain() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.states.put(1L, new ReleaseState.Rejected(List.of("exited with code 3")));
        reconcile();
        plugins.calls.clear();

        Outcome again = reconcile();

        assertThat(again).isEqualTo(new Outcome.Failed(2, "exited with code 3"));
        assertThat(plugins.calls).doesNotContain("reconcile 1 x1");
    }

    @Test
    void overtakenVersionEndsAndItsInstancesGo() {
        records.facts =
                Optional.of(
                        Facts.of(
                                Facts.worker(3, 4),
                                1,
                                Facts.serving(1),
                                Facts.fresh(2),
                                Facts.fresh(3)));

        reconcile();

        assertThat(records.superseded).containsExactly("superseded by 30");
        assertThat(records.forgotten).containsExactly(new ReleaseId("0000000a", 2));
    }

    @Test
    void deletedWorkerLosesItsRouteThenItsInstancesThenItsRows() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 3, true), 1, Facts.serving(1)));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Purged());
        assertThat(plugins.calls).containsExactly("route []", "delete 1");
        assertThat(records.purged).isTrue();
    }

    @Test
    void secondLookChangesNothing() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        reconcile();
        plugins.calls.clear();
        records.saved.clear();

        reconcile();

        assertThat(records.saved).isEmpty();
        assertThat(plugins.calls).containsExactly("reconcile 1 x1");
    }

    @Test
    void servingReleaseThatStartsAgainStaysActiveButSaysSo() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 1, Facts.serving(1)));
        plugins.states.put(
                1L, new ReleaseState.InProgress("starting", Duration.ofSeconds(1), List.of()));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Again(Duration.ofSeconds(1)));
        assertThat(now().status().conditions())
                .extracting(Condition::type, Condition::status)
                .containsExactly(tuple("Available", false));
        assertThat(plugins.targets()).isEmpty();
    }

    @Test
    void strategyThatShiftsToWhatIsNotReadyIsABug() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.strategy = rollout -> new Step.Shift(Map.of(rollout.candidate().release(), 100));

        assertThatThrownBy(this::reconcile)
                .isInstanceOf(PluginBug.class)
                .hasMessageContaining("not ready");
        assertThat(plugins.targets()).isEmpty();
    }

    @Test
    void strategyThatNeverEndsIsABug() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.strategy = rollout -> new Step.Scale(rollout.candidate().release(), 1);

        assertThatThrownBy(this::reconcile)
                .isInstanceOf(PluginBug.class)
                .hasMessageContaining("steps without waiting");
    }

    @Test
    void runtimeThatIsAwayIsNotTheReleasesFault() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.failure =
                Optional.of(new PluginException(PluginException.Kind.UNAVAILABLE, "away"));

        assertThatThrownBy(this::reconcile).isInstanceOf(PluginException.class);
        assertThat(now().releases().getFirst().failure()).isEmpty();
    }

    @Test
    void runtimeThatRefusesRejectsTheRelease() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
        plugins.failure =
                Optional.of(new PluginException(PluginException.Kind.INVALID, "runs no images"));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(2, "runs no images"));
    }

    private Outcome reconcile() {
        return reconciler.reconcile(Facts.CLAIM);
    }

    private WorkerFacts now() {
        return records.facts.orElseThrow();
    }
}
