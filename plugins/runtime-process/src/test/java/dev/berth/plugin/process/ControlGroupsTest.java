package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plugin.process.Hierarchy.Controller;
import dev.berth.spi.Condition;
import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Control groups of version 2, in a directory that only looks like the kernel's: what is written is
 * tested, not what the kernel makes of it.
 */
class ControlGroupsTest {

    private static final Limits LIMITS = new Limits(250, 64L << 20, 1L << 30);
    private static final ReleaseId ID = new ReleaseId("0a1b2c3d", 1);

    @TempDir private Path directory;
    private Path root;

    @BeforeEach
    void pretend() throws IOException {
        root = Files.createDirectory(directory.resolve("cgroup"));
        write("cgroup.controllers", "cpuset cpu io memory hugetlb pids rdma");
        write("cgroup.subtree_control", "");
    }

    @Test
    void limitsAreWrittenAsVersion2HasThem() {
        ControlGroup group = open().getFirst();

        assertThat(group.path().toString()).startsWith(root + "/berth-").endsWith("/0a1b2c3d-1.1");
        assertThat(group.read("memory.max")).contains("67108864");
        assertThat(group.read("cpu.max")).contains("25000 100000");
        assertThat(group.read("pids.max")).contains("40");
        assertThat(root.resolve("cgroup.subtree_control")).content().startsWith("+");
    }

    @Test
    void everythingThatIsLimitedIsToldOf() {
        Condition condition = groups().condition();

        assertThat(condition.status()).isTrue();
        assertThat(condition.message()).contains("CPU, memory and the number of processes");
    }

    @Test
    void aControllerThatIsMissingIsNamed() throws IOException {
        write("cgroup.controllers", "memory pids");

        Condition condition = groups().condition();

        assertThat(condition.status()).isFalse();
        assertThat(condition.message()).contains("no control of cpu");
    }

    @Test
    void aRootThatCannotBeWrittenIsNamed() {
        Hierarchy absent =
                new Hierarchy(true, EnumSet.allOf(Controller.class), Path.of("/proc/self/nowhere"));

        Condition condition = ControlGroups.in(List.of(absent), directory, 40).condition();

        assertThat(condition.status()).isFalse();
        assertThat(condition.message()).contains("cannot use /proc/self/nowhere");
    }

    @Test
    void aMachineWithoutControlGroupsIsTold() {
        Condition condition = ControlGroups.in(List.of(), directory, 40).condition();

        assertThat(condition.status()).isFalse();
        assertThat(condition.message()).contains("no control of").contains("memory");
    }

    @Test
    void theCauseOfAnEndIsRead() throws IOException {
        ControlGroup group = open().getFirst();
        group.write("memory.events", "low 0\noom 1\noom_kill 2\n");
        group.write("pids.events", "max 7\n");

        assertThat(Cause.of(List.of(group)))
                .contains(
                        "it ran out of memory, of which it may use 64 MiB; it met the limit of 40 processes and threads");
        assertThat(Cause.of(List.of())).isEmpty();
    }

    @Test
    void endingAGroupStopsItsGrowthAndAsksTheKernel() throws IOException {
        ControlGroup group = open().getFirst();
        group.write("cgroup.kill", "");

        group.kill();

        assertThat(group.read("cgroup.kill")).contains("1");
        assertThat(group.read("pids.max").orElseThrow()).startsWith("0");
    }

    @Test
    void theHierarchiesOfVersion1AreFoundByTheirMounts() throws IOException {
        Path mounts = directory.resolve("mounts");
        Files.writeString(
                mounts,
                """
                cgroup2 /sys/fs/cgroup/none cgroup2 rw 0 0
                cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0
                cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0
                cgroup /sys/fs/cgroup/blkio cgroup rw,blkio 0 0
                """);

        List<Hierarchy> found = new HierarchySearch(mounts, Optional.of(Path.of("/mine"))).find();

        assertThat(found)
                .containsExactly(
                        new Hierarchy(
                                false,
                                EnumSet.of(Controller.CPU),
                                Path.of("/sys/fs/cgroup/cpu,cpuacct/mine")),
                        new Hierarchy(
                                false,
                                EnumSet.of(Controller.MEMORY),
                                Path.of("/sys/fs/cgroup/memory/mine")));
    }

    private List<ControlGroup> open() {
        Instance instance = ReleaseDirectory.of(directory, ID).instance(1);
        return groups().open(instance, LIMITS);
    }

    private ControlGroups groups() {
        return ControlGroups.in(search().find(), directory, 40);
    }

    /** Finds the pretended root: the mount itself is of version 2, the group is the operator's. */
    private HierarchySearch search() {
        Path mounts = directory.resolve("mounts");
        try {
            Files.writeString(mounts, "cgroup2 " + root + " cgroup2 rw 0 0\n", US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new HierarchySearch(mounts, Optional.empty());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text, US_ASCII);
    }
}
