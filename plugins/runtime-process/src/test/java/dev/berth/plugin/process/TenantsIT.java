package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps tenants apart where Berth runs as root. */
class TenantsIT extends ProcessFixture {

    private static final ReleaseId OTHER = new ReleaseId("0a1b2c3d", 2);
    private static final ReleaseId THIRD = new ReleaseId("0a1b2c3d", 3);
    private static final Limits LIMITS = new Limits(1_000, 512L << 20, 1L << 30);

    @BeforeEach
    void onlyAsRoot() {
        assumeTrue(isRoot(), "needs root");
    }

    @Test
    void eachTenantHasAUserOfItsOwnThatItKeeps() {
        TestRelease first = tenant(ID, "one", "id -u; id -g; id -G; exit 1");
        TestRelease second = tenant(OTHER, "two", "id -u; exit 1");
        TestRelease third = tenant(THIRD, "one", "id -u; exit 1");
        List.of(first, second, third).forEach(release -> release.settle(1));

        String user = output(first).getFirst();
        String other = output(second).getFirst();

        assertThat(output(first)).containsExactly(user, user, user);
        assertThat(output(third)).containsExactly(user);
        assertThat(other).isNotEqualTo(user);
        assertThat(List.of(user, other)).allMatch(id -> id.startsWith("20000"));
    }

    @Test
    void aUserIsNeverGivenToAnotherTenant() {
        TestRelease first = tenant(ID, "one", "id -u; exit 1");
        first.settle(1);
        String user = output(first).getFirst();
        first.delete();

        TestRelease second = tenant(OTHER, "two", "id -u; exit 1");
        second.settle(1);

        assertThat(output(second)).doesNotContain(user);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsAnothersCannotBeRead(boolean covered) {
        if (!covered) {
            // then rights alone keep tenants apart
            reopen();
        }
        TestRelease first = tenant(ID, "one", "echo mine >$HOME/file; serve");
        first.ready(1);
        Path release = ReleaseDirectory.of(run, ID).path();
        Path log = OutputFiles.of(instance()).getFirst().path(1);
        String victim = "/proc/" + program(instance());
        List<String> targets =
                List.of(
                        release + "/app/run.sh",
                        release + "/1/home/file",
                        release + "/1/spec",
                        log.toString(),
                        victim + "/environ",
                        victim + "/root/etc/passwd",
                        "/proc/" + leader() + "/environ");

        TestRelease second = tenant(OTHER, "two", "cat \"$@\"; ls " + run + "; exit 1", targets);
        second.settle(1);

        assertThat(output(second))
                .hasSize(targets.size() + 1)
                .allMatch(line -> line.matches(".*(Permission denied|No such file).*"));
        assertThat(log).content().contains("started");
    }

    @Test
    void aProgramHasNoRightsAndCannotGainAny() {
        TestRelease release =
                tenant(
                        ID,
                        "one",
                        "grep -E 'CapEff|CapPrm|CapInh|CapAmb|NoNew' /proc/self/status; exit 1");

        release.settle(1);

        assertThat(output(release))
                .hasSize(5)
                .allMatch(line -> line.matches("Cap\\w+:\\s0+|NoNewPrivs:\\s1"));
    }

    @Test
    void aVariableOfADeveloperMeansNothingToWhatRunsAsRoot() {
        TestRelease release =
                release(
                        TestPrograms.of(
                                new ReleaseSpecs(
                                                TestPrograms.script(
                                                        ID, context, "echo $LD_PRELOAD; exit 1"))
                                        .with("LD_PRELOAD", "/nowhere/evil.so"),
                                "one",
                                LIMITS));

        release.settle(1);

        assertThat(output(release)).contains("/nowhere/evil.so");
        assertThat(new StateFile(instance().directory().resolve("shim.log")).read())
                .hasValueSatisfying(said -> assertThat(said).doesNotContain("evil.so"));
    }

    @Test
    void aProgramMayWriteWhereItBelongsAndNowhereElse() {
        TestRelease release =
                tenant(
                        ID,
                        "one",
                        "for place in $HOME $TMPDIR . $HOME/..; do touch $place/x && echo yes || echo no; done; exit 1");

        release.settle(1);

        assertThat(output(release).stream().filter(line -> line.length() < 4))
                .containsExactly("yes", "yes", "yes", "no");
    }

    @Test
    void aLinkThatAProgramLeavesLeadsADeletionNowhere() {
        Path precious = run.resolve("precious");
        Trees.create(precious.resolve("inner"));
        TestRelease release = tenant(ID, "one", "ln -s " + precious + " $HOME/link; exit 1");
        release.settle(1);

        release.delete();

        assertThat(precious.resolve("inner")).exists();
    }

    @Test
    void aProgramIsRefusedToEndItsShim() {
        TestRelease release = tenant(ID, "one", "kill -9 $PPID 2>&1 || echo refused; serve");
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        release.ready(1);

        assertThat(output(release)).contains("refused", "started");
    }

    private void reopen() {
        runtime.close();
        for (Path above = run; above.startsWith("/tmp/"); above = above.getParent()) {
            Trees.open(above);
        }
        runtime = new ProcessRuntime(TestConfig.in(run), context);
    }

    private TestRelease tenant(ReleaseId id, String tenant, String script) {
        return release(TestPrograms.of(TestPrograms.script(id, context, script), tenant, LIMITS));
    }

    private TestRelease tenant(ReleaseId id, String tenant, String script, List<String> words) {
        return tenant(id, tenant, "set -- " + String.join(" ", words) + "\n" + script);
    }
}
