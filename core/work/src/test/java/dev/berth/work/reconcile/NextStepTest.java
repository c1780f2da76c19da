package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.WorkerStatus.Phase;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import dev.berth.work.PluginBug;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Strategies that throw, lie and talk nonsense. */
class NextStepTest {

    private static final ReleaseId OLD = new ReleaseId("0000000a", 1);
    private static final ReleaseId NEW = new ReleaseId("0000000a", 2);
    private static final ReleaseId OTHER = new ReleaseId("0000000a", 3);

    private final FakeRecords records = new FakeRecords();
    private final FakePlugins plugins = new FakePlugins();
    private final Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
    private final Reconciler reconciler =
            new Reconciler(records, plugins, routes, () -> Instant.EPOCH);

    static Stream<Arguments> bugs() {
        return Stream.of(
                bug("failed: java.lang.ArithmeticException: / by zero", null),
                bug("answers with no step", null),
                bug("shares out 50 percent", new Step.Shift(Map.of(OLD, 50))),
                bug("gives release '0000000a-1' 101 percent", new Step.Shift(Map.of(OLD, 101))),
                bug("gives release '0000000a-1' -1 percent", new Step.Shift(Map.of(OLD, -1))),
                bug("names release '0000000a-3'", new Step.Shift(Map.of(OTHER, 100))),
                bug(
                        "gives traffic to release '0000000a-2', which is not ready",
                        new Step.Shift(Map.of(NEW, 100))),
                bug("names release '0000000a-3'", new Step.Scale(OTHER, 1)),
                bug("scales release '0000000a-2' to 1000000", new Step.Scale(NEW, 1_000_000)),
                bug("scales release '0000000a-2' to -1", new Step.Scale(NEW, -1)),
                bug("scales release '0000000a-1' down", new Step.Scale(OLD, 0)),
                bug("stops release '0000000a-1', which has traffic", new Step.Stop(OLD)),
                bug("drains release '0000000a-1', which has traffic", new Step.Drain(OLD)),
                bug("waits for PT8760H", new Step.Wait("long", Duration.ofDays(365))),
                bug("waits for PT-1S", new Step.Wait("back", Duration.ofSeconds(-1))),
                bug("waits without a phrase", new Step.Wait(null, Duration.ofSeconds(1))),
                bug("rolls back without a reason", new Step.RollBack(" ")),
                bug("finishes while release '0000000a-2' has 0 percent", new Step.Finish()),
                bug("took 50 steps without waiting", new Step.Scale(NEW, 0)));
    }

    private static Arguments bug(String message, Step step) {
        DeployStrategy strategy =
                message.startsWith("failed")
                        ? _ -> {
                            throw new ArithmeticException("/ by zero");
                        }
                        : _ -> step;
        return Arguments.of(message, strategy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void isAPluginsBugThatHarmsNobody(String message, DeployStrategy strategy) {
        records.facts =
                Optional.of(Facts.of(Facts.worker(2, 3), 1, Facts.serving(1), Facts.fresh(2)));
        plugins.strategy = strategy;

        assertThatThrownBy(() -> reconciler.reconcile(Facts.CLAIM))
                .isInstanceOf(PluginBug.class)
                .hasMessageStartingWith("strategy 'recreate' ")
                .hasMessageContaining(message);
        reconciler.fail(Facts.CLAIM, message);
        Outcome settled = reconciler.reconcile(Facts.CLAIM);

        assertThat(settled).isEqualTo(new Outcome.Failed(3, message));
        assertThat(plugins.weights()).isEqualTo("1=100");
        assertThat(plugins.calls).doesNotContain("reconcile 1 x0", "delete 1");
        assertThat(records.facts.orElseThrow().status().phase()).isEqualTo(Phase.ACTIVE);
    }
}
