package dev.berth.work.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Condition;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerStatus.Phase;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.Traffic;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.Warm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RolloutsTest extends RolloutScene {

    @Test
    void candidateThatIsNotReadyGetsNothing() {
        plugins.states.put(
                2L, new ReleaseState.InProgress("starting", Duration.ofSeconds(1), List.of()));

        reconcile();

        assertThat(plugins.weights()).isEqualTo("1=100");
    }

    @Test
    void sharesComeIntoForceOneAfterTheOther() {
        reconcile();
        assertThat(plugins.weights()).isEqualTo("1=90 2=10");
        assertThat(facts().status().activeVersion()).isEqualTo(OptionalLong.of(10));

        pass(Duration.ofSeconds(9));
        reconcile();
        assertThat(plugins.weights()).isEqualTo("1=90 2=10");

        pass(Duration.ofSeconds(1));
        reconcile();
        assertThat(plugins.weights()).isEqualTo("2=100");
        assertThat(facts().status().activeVersion()).isEqualTo(OptionalLong.of(20));
        assertThat(version(2).phase()).isEqualTo(VersionStatus.Phase.LOADING);

        pass(Duration.ofSeconds(10));
        assertThat(reconcile()).isEqualTo(new Outcome.Reached(3));
        assertThat(version(2)).isEqualTo(new VersionStatus(VersionStatus.Phase.SUCCESS, ""));
    }

    @Test
    void lookingAtTheTrafficMakesNoNewTable() {
        reconcile();
        long revision = plugins.table.revision();
        plugins.calls.clear();

        reconcile();

        assertThat(plugins.calls).contains("route [1, 2]");
        assertThat(plugins.table.revision()).isEqualTo(revision);
    }

    @Test
    void onlyWhatCameSinceTheShiftCounts() {
        plugins.traffic.put(2L, new Traffic(0, 100, 50, Duration.ZERO));
        reconcile();

        plugins.traffic.put(2L, new Traffic(0, 134, 51, Duration.ZERO));
        pass(Duration.ofSeconds(1));
        reconcile();

        assertThat(version(2).message()).isEqualTo("34 requests");
    }

    @Test
    void rollBackTakesTheTrafficThenDrainsThenStops() {
        reconcile();
        plugins.calls.clear();
        plugins.traffic.put(2L, new Traffic(3, 40, 12, Duration.ZERO));

        Outcome drains = reconcile();

        assertThat(drains).isInstanceOf(Outcome.Again.class);
        assertThat(plugins.weights()).isEqualTo("1=100");
        assertThat(plugins.calls).doesNotContain("reconcile 2 x0");

        plugins.traffic.put(2L, new Traffic(0, 43, 12, Duration.ZERO));
        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(3, "12 errors"));
        assertThat(plugins.calls).contains("reconcile 2 x0");
        assertThat(version(2)).isEqualTo(new VersionStatus(VersionStatus.Phase.ERROR, "12 errors"));
        assertThat(facts().status().phase()).isEqualTo(Phase.ACTIVE);
        assertThat(facts().status().conditions())
                .containsExactly(new Condition("Degraded", true, "RolledBack", "12 errors"));
    }

    @Test
    void streamsDoNotHoldAReleaseForEver() {
        reconcile();
        plugins.traffic.put(2L, new Traffic(1, 40, 12, Duration.ZERO));
        reconcile();

        pass(DRAINED);
        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(3, "12 errors"));
    }

    @Test
    void previousReleaseIsKeptForAWhile() {
        finish();
        assertThat(facts().warm()).contains(new Warm(1, now.plus(KEPT)));
        assertThat(facts().lookAt()).contains(now.plus(KEPT));

        pass(KEPT.minusMillis(1));
        assertThat(reconcile()).isEqualTo(new Outcome.Reached(3));
        assertThat(records.forgotten).isEmpty();

        pass(Duration.ofMillis(1));
        assertThat(reconcile()).isEqualTo(new Outcome.Reached(3));
        assertThat(records.forgotten).containsExactly(new ReleaseId("0000000a", 1));
        assertThat(facts().lookAt()).isEmpty();
    }

    @Test
    void wayBackToWhatIsKeptIsOneShift() {
        finish();
        plugins.calls.clear();

        records.facts = Optional.of(Facts.wanting(facts(), 1));
        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Reached(4));
        assertThat(plugins.calls).filteredOn(call -> call.startsWith("route")).hasSize(1);
        assertThat(plugins.weights()).isEqualTo("1=100");
        assertThat(facts().status().activeVersion()).isEqualTo(OptionalLong.of(10));
        assertThat(version(2).phase()).isEqualTo(VersionStatus.Phase.SUCCESS);
        assertThat(facts().warm()).map(Warm::release).contains(2L);
    }

    @Test
    void whatIsInForceIsNotPublishedAgain() {
        finish();
        plugins.calls.clear();

        records.facts = Optional.of(Facts.deployedOver(facts(), 3));
        reconcile();

        assertThat(plugins.calls)
                .filteredOn(call -> call.startsWith("route"))
                .containsExactly("route [2, 3]");
    }

    @Test
    void wayBackToWhatIsGoneIsARolloutLikeAnyOther() {
        finish();
        pass(KEPT);
        reconcile();

        records.facts = Optional.of(Facts.wanting(facts(), 1));
        reconcile();

        assertThat(plugins.weights()).isEqualTo("1=10 2=90");
    }

    @Test
    void versionThatServedOnceStaysASuccess() {
        finish();
        pass(KEPT);
        reconcile();
        records.facts = Optional.of(Facts.wanting(facts(), 1));
        records.facts = Optional.of(Facts.succeeded(facts(), 1));
        plugins.states.put(1L, new ReleaseState.Rejected(List.of("its image is gone")));

        Outcome outcome = reconcile();

        assertThat(outcome).isEqualTo(new Outcome.Failed(4, "its image is gone"));
        assertThat(version(1).phase()).isEqualTo(VersionStatus.Phase.SUCCESS);
        assertThat(plugins.weights()).isEqualTo("2=100");
        assertThat(reconcile()).isEqualTo(outcome);
    }
}
