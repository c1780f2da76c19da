package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.testkit.TestOperation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortLeasesTest {

    private static final PortRange EPHEMERAL = new PortRange(32768, 60999);
    private static final OperationContext OPERATION = TestOperation.named("lease");

    @TempDir private Path directory;

    @Test
    void anInstanceKeepsItsPort() {
        PortLeases leases = leases(new PortRange(21000, 21999));
        Instance instance = instance(1);

        int first = leases.lease(instance, OPERATION);

        assertThat(leases.lease(instance, OPERATION)).isEqualTo(first).isBetween(21000, 21999);
    }

    @Test
    void noPortIsGivenTwice() {
        PortRange range = new PortRange(22000, 22999);

        int first = leases(range).lease(instance(1), OPERATION);
        int second = leases(range).lease(instance(2), OPERATION);

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aPortThatSomebodyListensOnIsNotGiven() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortRange only = new PortRange(taken.getLocalPort(), taken.getLocalPort());
            PortLeases leases = new PortLeases(directory, only, new PortRange(1, 1));

            PluginException refused =
                    catchThrowableOfType(
                            PluginException.class, () -> leases.lease(instance(1), OPERATION));

            assertThat(refused.kind()).isEqualTo(PluginException.Kind.UNAVAILABLE);
            assertThat(refused).hasMessageContaining("cannot give '0a1b2c3d-1/1' a port");
        }
    }

    @Test
    void aPortThatWasGivenBackIsGivenAgain() throws IOException {
        PortLeases leases = only();
        int port = leases.lease(instance(1), OPERATION);

        leases.release(instance(1), OPERATION);

        assertThat(leases.lease(instance(2), OPERATION)).isEqualTo(port);
    }

    @Test
    void aLeaseOfAnInstanceThatIsGoneIsTaken() throws IOException {
        PortLeases leases = only();
        int port = leases.lease(instance(1), OPERATION);
        Trees.delete(directory.resolve("0a1b2c3d-1"));

        assertThat(leases.lease(instance(2), OPERATION)).isEqualTo(port);
    }

    @Test
    void thePortsThatTheKernelHandsOutAreLeftOut() {
        PortRange range = new PortRange(32700, 32800);

        assertThat(range.without(EPHEMERAL, 5)).hasSize(68).allMatch(port -> port < 32768);
    }

    private PortLeases leases(PortRange range) {
        return new PortLeases(directory, range, EPHEMERAL);
    }

    /** Leases of a single port, which is free now. */
    private PortLeases only() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            PortRange range = new PortRange(free.getLocalPort(), free.getLocalPort());
            return new PortLeases(directory, range, new PortRange(1, 1));
        }
    }

    private Instance instance(int number) {
        Instance instance =
                ReleaseDirectory.of(directory, new ReleaseId("0a1b2c3d", 1)).instance(number);
        Trees.create(instance.directory());
        return instance;
    }
}
