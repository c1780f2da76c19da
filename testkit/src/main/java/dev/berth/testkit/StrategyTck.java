package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginContext;
import dev.berth.spi.Rollout;
import dev.berth.spi.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link DeployStrategy} keeps to. It is played against thousands of generated rollouts:
 * first deployments and later ones, one instance or several, candidates that become ready soon,
 * late or never, answer badly or slowly, instances that die in the middle, developers who cannot
 * wait, volumes that one release at a time may hold. A failure names the seed of its rollout.
 */
public abstract class StrategyTck {

    private static final int ROLLOUTS = 2000;
    private static final int MOST_STEPS = 5000;

    private DeployStrategy strategy;

    /** Returns the strategy under test, with the configuration that operators get by default. */
    protected abstract DeployStrategy create(PluginContext context);

    /** Declares whether the service is interrupted while a later release takes over. */
    protected abstract boolean interrupts();

    @BeforeEach
    void create(@TempDir Path directory) {
        strategy = create(TestContext.in(directory));
    }

    @Test
    void finishesEveryRolloutOfAHealthyCandidate() {
        forEachRollout(
                (_, random) -> {
                    RolloutWorld world = RolloutWorld.healthy(random);

                    Step last = play(world);

                    assertThat(last).isEqualTo(new Step.Finish());
                    assertThat(world.servesOnlyCandidate()).isTrue();
                    assertThat(world.mistakes()).isEmpty();
                });
    }

    @Test
    void rollsBackWithTheReasonWhenTheCandidateFails() {
        forEachRollout(
                (_, random) -> {
                    RolloutWorld world = RolloutWorld.failing(random);

                    Step last = play(world);

                    assertThat(last).isInstanceOf(Step.RollBack.class);
                    assertThat(((Step.RollBack) last).reason()).contains(RolloutWorld.FAILURE);
                });
    }

    @Test
    void endsAndMakesNoMistakeWhateverHappens() {
        forEachRollout(
                (_, random) -> {
                    RolloutWorld world = RolloutWorld.any(random);

                    play(world);

                    assertThat(world.mistakes()).as("%s", world).isEmpty();
                });
    }

    @Test
    void answersTheSameForTheSameRollout() {
        forEachRollout(
                (_, random) -> {
                    Rollout rollout = RolloutWorld.any(random).rollout();

                    assertThat(strategy.next(rollout)).isEqualTo(strategy.next(rollout));
                });
    }

    @Test
    void interruptsTheServiceOnlyIfItSaysSo() {
        List<Long> interrupted = new ArrayList<>();
        forEachRollout(
                (seed, random) -> {
                    RolloutWorld world = RolloutWorld.replacing(random);
                    play(world);
                    if (world.wasInterrupted()) {
                        interrupted.add(seed);
                    }
                });

        assertThat(interrupted.isEmpty()).as("seeds %s", interrupted).isNotEqualTo(interrupts());
    }

    private Step play(RolloutWorld world) {
        for (int count = 0; count < MOST_STEPS; count++) {
            Step step = strategy.next(world.rollout());
            if (step instanceof Step.Finish || step instanceof Step.RollBack) {
                return step;
            }
            world.take(step);
        }
        throw new AssertionError("no end after " + MOST_STEPS + " steps " + world);
    }

    private static void forEachRollout(Play play) {
        for (long seed = 0; seed < ROLLOUTS; seed++) {
            try {
                play.with(seed, new Random(seed));
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private interface Play {
        void with(long seed, RandomGenerator random);
    }
}
