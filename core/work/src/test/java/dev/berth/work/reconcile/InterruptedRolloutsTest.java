package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Verdict;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerStatus.Phase;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Traffic;
import dev.berth.work.worker.Facts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rollouts that a developer, a newer deploy or a bug interferes with. */
class InterruptedRolloutsTest extends RolloutScene {

    @Test
    void promotionIsGoodForOneShare() {
        reconcile();

        records.facts = Optional.of(Facts.told(facts(), Verdict.Kind.PROMOTE));
        reconcile();
        assertThat(plugins.weights()).isEqualTo("2=100");
        assertThat(version(2).phase()).isEqualTo(VersionStatus.Phase.LOADING);

        records.facts = Optional.of(Facts.told(facts(), Verdict.Kind.PROMOTE));
        assertThat(reconcile()).isEqualTo(new Outcome.Reached(5));
    }

    @Test
    void abortGoesBack() {
        reconcile();

        records.facts = Optional.of(Facts.told(facts(), Verdict.Kind.ABORT));
        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(4, "a developer aborted the rollout"));
        assertThat(plugins.weights()).isEqualTo("1=100");
        assertThat(reconcile()).isEqualTo(outcome);
    }

    @Test
    void lateVerdictHitsNoOtherRollout() {
        reconcile();
        records.facts = Optional.of(Facts.told(facts(), Verdict.Kind.ABORT));

        records.facts = Optional.of(Facts.deployedOver(facts(), 3));
        reconcile();

        assertThat(plugins.weights()).isEqualTo("1=90 3=10");
    }

    @Test
    void lateAbortDoesNotEndWhatHasEnded() {
        finish();

        records.facts = Optional.of(Facts.told(facts(), Verdict.Kind.ABORT));

        assertThat(reconcile()).isEqualTo(new Outcome.Reached(4));
        assertThat(plugins.weights()).isEqualTo("2=100");
    }

    @Test
    void overtakenCandidateLosesItsShareAndIsDrained() {
        reconcile();
        plugins.traffic.put(2L, new Traffic(1, 5, 0, Duration.ZERO));

        records.facts = Optional.of(Facts.wanting(facts(), 3));
        reconcile();
        assertThat(plugins.weights()).isEqualTo("1=90 3=10");
        assertThat(records.forgotten).isEmpty();

        plugins.traffic.remove(2L);
        reconcile();
        assertThat(records.forgotten).containsExactly(new ReleaseId("0000000a", 2));
    }

    @Test
    void overtakenReleaseThatAloneIsReadyGoesOnServing() {
        records.facts =
                Optional.of(Facts.of(Facts.worker(3, 4), 0, Facts.serving(2), Facts.fresh(3)));

        reconcile();

        assertThat(plugins.weights()).isEqualTo("2=90 3=10");
    }

    @Test
    void failureThatNoPluginToldGivesTheTrafficBackAndHasItLookedAt() {
        reconcile();

        Outcome failed = reconciler.fail(Facts.CLAIM, "strategy 'x' failed");

        assertThat(failed).isEqualTo(new Outcome.Failed(3, "strategy 'x' failed"));
        assertThat(facts().status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(facts().lookAt()).contains(now);
        assertThat(reconcile()).isEqualTo(failed);
        assertThat(plugins.weights()).isEqualTo("1=100");
        assertThat(plugins.calls).contains("reconcile 2 x0");
        assertThat(facts().lookAt()).isEmpty();
    }

    @Test
    void failureThatComesAgainIsNotLookedAtAtOnce() {
        reconcile();
        reconciler.fail(Facts.CLAIM, "runtime 'x' failed");

        reconciler.fail(Facts.CLAIM, "runtime 'x' failed to stop it");

        assertThat(facts().lookAt()).isEmpty();
    }
}
