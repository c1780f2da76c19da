package dev.berth.work.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Plan;
import dev.berth.model.Plan.Kind;
import dev.berth.model.Plan.Shares;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Refusal;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginException;
import dev.berth.spi.Rollout;
import dev.berth.spi.Step;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.RolloutSettings;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.reconcile.StagedStrategy;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RehearsalsTest {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final FakeRecords records = new FakeRecords();
    private Instant now = Instant.EPOCH;
    private DeployStrategy strategy = new StagedStrategy();
    private Duration kept = KEPT;

    RehearsalsTest() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 1, Facts.serving(1)));
    }

    @Test
    void planTellsWhatARolloutDoesAndWhen() {
        Plan plan = plan();

        assertThat(plan.replaces()).isEqualTo(OptionalLong.of(10));
        assertThat(plan.steps())
                .containsExactly(
                        step(0, Kind.SCALE, 0, 100, "start 1 instance of the new release"),
                        step(
                                0,
                                Kind.SHIFT,
                                10,
                                90,
                                "give the new release 10 % of the traffic, leave the previous one"
                                        + " 90 %"),
                        step(
                                0,
                                Kind.WAIT,
                                10,
                                90,
                                "wait 10 s while the new release has 10 % of the traffic"),
                        step(10_000, Kind.SHIFT, 100, 0, "give the new release all of the traffic"),
                        step(
                                10_000,
                                Kind.WAIT,
                                100,
                                0,
                                "wait 10 s while the new release has all of the traffic"),
                        step(
                                20_000,
                                Kind.FINISH,
                                100,
                                0,
                                "end the rollout: the new release is in force"),
                        step(620_000, Kind.STOP, 100, 0, "stop the previous release"));
    }

    @Test
    void planIsWhatTheRolloutThenDoes() {
        FakePlugins plugins = new FakePlugins();
        plugins.strategy = strategy;
        Plan plan = plan();
        Routes routes = new Routes(records, plugins, id -> id);
        Reconciler reconciler =
                new Reconciler(
                        records,
                        plugins,
                        routes,
                        () -> now,
                        new RolloutSettings(KEPT, Duration.ofSeconds(30)));
        records.facts = records.facts.map(facts -> Facts.wanting(facts, 2));

        for (Plan.Step step : plan.steps()) {
            now = Instant.EPOCH.plus(step.after());
            reconciler.reconcile(Facts.CLAIM);

            assertThat(plugins.weights()).isEqualTo(weights(last(plan, step.after()).shares()));
        }
        assertThat(records.forgotten).hasSize(1);
    }

    @Test
    void nothingIsWritten() {
        WorkerFacts before = records.facts.orElseThrow();

        plan();

        assertThat(records.saved).isEmpty();
        assertThat(records.facts).contains(before);
    }

    @Test
    void previousReleaseIsStoppedAtOnceWhereNoneIsKept() {
        kept = Duration.ZERO;

        assertThat(plan().steps().getLast())
                .isEqualTo(step(20_000, Kind.STOP, 100, 0, "stop the previous release"));
    }

    @Test
    void releaseThatWasKeptSoFarMakesRoomForTheNext() {
        WorkerFacts facts = records.facts.orElseThrow();
        records.facts =
                Optional.of(
                        new WorkerFacts(
                                Facts.worker(2, 3),
                                facts.status(),
                                facts.rollout(),
                                OptionalLong.of(2),
                                Optional.of(new Warm(1, now.plus(KEPT))),
                                Optional.of(now.plus(KEPT)),
                                List.of(Facts.kept(1), Facts.serving(2))));

        assertThat(plan().steps())
                .filteredOn(step -> step.kind() == Kind.STOP)
                .containsExactly(
                        step(20_000, Kind.STOP, 100, 0, "stop the release of version 10"),
                        step(620_000, Kind.STOP, 100, 0, "stop the previous release"));
    }

    @Test
    void strategyThatSeesAFaultTellsIt() {
        strategy = _ -> new Step.RollBack("it is Friday");

        assertThat(plan().steps())
                .containsExactly(step(0, Kind.ROLL_BACK, 0, 100, "go back: it is Friday"));
    }

    @Test
    void whatIsWaitedForBeforeThereIsTrafficIsSaid() {
        strategy =
                rollout ->
                        rollout.now().isBefore(Instant.EPOCH.plus(Duration.ofMinutes(90)))
                                ? new Step.Wait("until the night", Duration.ofMinutes(1))
                                : new Step.RollBack("over");

        assertThat(plan().steps())
                .extracting(Plan.Step::sentence)
                .containsExactly("wait 1 h 30 min: until the night", "go back: over");
    }

    @Test
    void longWaitIsPlannedToTheMoment() {
        Duration whole = Duration.ofHours(30).plusMillis(40_500);
        strategy =
                rollout -> {
                    Duration left = Duration.between(rollout.now(), Instant.EPOCH.plus(whole));
                    return left.isPositive()
                            ? new Step.Wait("watching", least(left, Duration.ofSeconds(1)))
                            : new Step.RollBack("over");
                };

        assertThat(plan().steps().getLast().after()).isEqualTo(whole);
    }

    @Test
    void strategyThatNeverFinishesIsNamed() {
        strategy = _ -> new Step.Wait("thinking", Duration.ofSeconds(1));

        assertThat(refusal())
                .hasMessageContaining("strategy 'staged' does not finish")
                .hasMessageContaining("it says 'thinking'")
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }

    @Test
    void strategyThatGoesToAndFroForEverIsNamed() {
        strategy = RehearsalsTest::toAndFro;

        assertThat(refusal()).hasMessageContaining("strategy 'staged' does not finish");
    }

    @Test
    void strategyThatIsSlowIsNotWaitedForForEver() {
        strategy =
                _ -> {
                    now = now.plusSeconds(4);
                    return new Step.Wait("computing", Duration.ofSeconds(1));
                };

        assertThat(refusal()).hasMessageContaining("strategy 'staged' does not finish");
    }

    @Test
    void stepThatNobodyMayTakeIsTheStrategysFault() {
        strategy = rollout -> new Step.Shift(Map.of(rollout.candidate().release(), 100));

        assertThat(refusal())
                .hasMessageContaining("/strategy: strategy 'staged' gives traffic to release")
                .hasMessageContaining("which is not ready");
    }

    @Test
    void strategyThatIsAwayMayBeAskedLater() {
        strategy =
                _ -> {
                    throw new PluginException(PluginException.Kind.UNAVAILABLE, "it is starting");
                };

        assertThat(refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void workerThatIsGoneHasNoPlan() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2, true), 1, Facts.serving(1)));

        assertThat(refusal()).hasMessage("there is no worker '0000000a'");
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Step toAndFro(Rollout rollout) {
        Rollout.Member candidate = rollout.candidate();
        if (candidate.wanted() == 0) {
            return new Step.Scale(candidate.release(), 1);
        }
        if (rollout.step().filter(step -> step instanceof Step.Shift).isPresent()) {
            return new Step.Wait("looking", Duration.ofSeconds(1));
        }
        int share = candidate.weight() == 50 ? 40 : 50;
        return new Step.Shift(
                Map.of(
                        candidate.release(),
                        share,
                        rollout.previous().orElseThrow().release(),
                        100 - share));
    }

    private static Plan.Step last(Plan plan, Duration moment) {
        return plan.steps().stream()
                .filter(step -> step.after().equals(moment))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static String weights(Shares shares) {
        return shares.previous() == 0
                ? "2=" + shares.next()
                : "1=" + shares.previous() + " 2=" + shares.next();
    }

    private Plan plan() {
        return new Rehearsals(
                        records::load,
                        _ -> strategy,
                        () -> now,
                        new RolloutSettings(kept, Duration.ofSeconds(30)))
                .plan(new PlannedDeploy(Optional.of(Facts.ID), "staged", 1));
    }

    private Refusal refusal() {
        return catchThrowableOfType(Refusal.class, this::plan);
    }

    private static Plan.Step step(long millis, Kind kind, int next, int previous, String sentence) {
        return new Plan.Step(Duration.ofMillis(millis), kind, new Shares(next, previous), sentence);
    }
}
