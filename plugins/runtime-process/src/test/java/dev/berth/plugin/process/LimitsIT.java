package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.spi.Limits;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What control groups do, of the version that this machine has. */
class LimitsIT extends ProcessFixture {

    private static final Limits SMALL = new Limits(500, 64L << 20, 1L << 30);

    @BeforeEach
    void onlyWithControlGroups() {
        assumeTrue(isRoot(), "needs root");
    }

    @Test
    void aProgramThatTakesTooMuchMemoryIsEndedAndToldSo() {
        TestRelease release = limited("exec tail /dev/zero");

        String reason = reason(release.settle(1));

        assertThat(reason)
                .contains("was ended by signal 9 (SIGKILL)")
                .contains("it ran out of memory, of which it may use 64 MiB");
    }

    @Test
    void aForkBombMeetsItsLimitAndNothingOfItIsLeft() {
        TestRelease release =
                limited("bomb() { bomb | bomb & }; bomb 2>/dev/null; while :; do sleep 1; done");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        Set<Long> members = instance().session().orElseThrow().members();
        ProcessRegistry.stopAll(run, Duration.ofMillis(100));

        assertThat(members).hasSizeLessThan(64 + 20);
        assertThat(instance().session().orElseThrow().alive()).isFalse();
        assertThat(LeftBehind.in(run)).isEmpty();
    }

    @Test
    void theLimitsAreInForceBeforeTheProgramRuns() {
        TestRelease release = limited("cat /proc/self/cgroup; exit 1");

        release.settle(1);

        Set<String> entered =
                output(release).stream()
                        .filter(line -> line.endsWith("/" + ID + ".1"))
                        .flatMap(line -> Set.of(line.split(":", 3)[1].split(",", -1)).stream())
                        .collect(Collectors.toSet());
        assertThat(entered).containsAnyOf("", "memory").containsAnyOf("", "pids", "cpu");
    }

    @Test
    void theCpuIsLimitedFromWhenAProgramIsReady() {
        limited("serve").ready(1);

        assertThat(cpu()).startsWith("50000");
    }

    @Test
    void theCpuOfAProgramThatStartsIsNotLimitedForAShortWhile() {
        runtime.close();
        runtime = new ProcessRuntime(TestConfig.patient(run), context);
        TestRelease release = limited("exec sleep 1000");

        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));
        String first = cpu();
        clock.move(Duration.ofSeconds(30));
        release.runtime().reconcile(release.wanted(1), TestOperation.named("look"));

        assertThat(first).isEqualTo(isSecond() ? "max 100000" : "-1");
        assertThat(cpu()).startsWith("50000");
    }

    @Test
    void whatAProgramLeftInItsGroupIsEnded() {
        TestRelease release = limited("env -i setsid -f sleep 1000; serve");
        release.ready(1);
        Set<Long> before = instance().session().orElseThrow().members();

        release.delete();

        assertThat(before).allMatch(process -> ProcessTable.find(process).isEmpty());
    }

    @Test
    void groupsThatAreLeftOverAreEndedByTheNextRuntime() {
        TestRelease release = limited("serve");
        release.ready(1);
        long process = program(instance());
        kill(leader());
        runtime.close();

        runtime = new ProcessRuntime(TestConfig.in(run), context);

        assertThat(ProcessTable.find(process)).isEmpty();
        assertThat(LeftBehind.groups(run)).isEmpty();
    }

    private String cpu() {
        return instance().groups().stream()
                .flatMap(group -> group.read(isSecond() ? "cpu.max" : "cpu.cfs_quota_us").stream())
                .findFirst()
                .orElseThrow();
    }

    private boolean isSecond() {
        return instance().groups().stream().anyMatch(group -> group.read("cpu.max").isPresent());
    }

    private TestRelease limited(String script) {
        return release(TestPrograms.of(TestPrograms.script(ID, context, script), "tenant", SMALL));
    }
}
