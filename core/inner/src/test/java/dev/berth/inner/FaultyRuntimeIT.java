package dev.berth.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.account.NewAccount;
import dev.berth.model.Worker;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A runtime that throws what it may not throw, or says what is not so. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultyRuntimeIT {

    private static final Deployments DEPLOYMENTS = new Deployments();

    private final NewAccount tenant = DEPLOYMENTS.tenant();
    private final AtomicReference<Function<ReleaseSpec, ReleaseState>> script =
            new AtomicReference<>();
    private final Scene scene =
            new Scene(
                    DEPLOYMENTS,
                    Map.of(
                            "faulty",
                            new ScriptedRuntime(release -> script.get().apply(release)),
                            "calm",
                            ScriptedRuntime.CALM));

    @TempDir private Path home;

    @AfterAll
    static void close() {
        DEPLOYMENTS.close();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("StackOverflowError", (Runnable) FaultyRuntimeIT::overflow),
                Arguments.of("NoClassDefFoundError", (Runnable) FaultyRuntimeIT::misses));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorEndsItsTaskAndNothingElse(String name, Runnable error) {
        script.set(
                _ -> {
                    error.run();
                    return ScriptedRuntime.ready(20000, 1);
                });
        Worker worker = DEPLOYMENTS.deploy(tenant, "faulty");
        Worker other = DEPLOYMENTS.deploy(tenant, "calm");

        try (TestInner inner = scene.start(home)) {
            DEPLOYMENTS.untilSettled(worker);
            DEPLOYMENTS.untilSettled(other);
            script.set(release -> ScriptedRuntime.ready(20000, release.replicas()));
            DEPLOYMENTS.deploy(tenant, worker, 1);
            inner.wake();
            DEPLOYMENTS.untilSettled(worker);

            // the look that follows the failure may reach the second version before its own task
            // does
            assertThat(DEPLOYMENTS.outcome(worker)).matches("failed 1, succeeded [01]");
            assertThat(DEPLOYMENTS.text("SELECT max(error) FROM " + Deployments.tasks(worker)))
                    .contains("a bug in the plugin of 'runtime/faulty'", name);
            assertThat(DEPLOYMENTS.outcome(other)).isEqualTo("succeeded 1");
        }
    }

    @Test
    void readinessWithFewerInstancesThanWantedBringsNoTraffic() throws IOException {
        try (ServerSocket program = listening();
                TestInner inner = scene.start(home)) {
            Worker worker = serving(program.getLocalPort(), inner);
            Map<Long, Integer> before = scene.router.weights(worker.id().value());
            script.set(release -> ScriptedRuntime.ready(program.getLocalPort(), 1));

            long release = DEPLOYMENTS.deploy(tenant, worker, 2);
            inner.wake();
            await().until(() -> message(worker, release).equals("starting"));
            Map<Long, Integer> meanwhile = scene.router.weights(worker.id().value());
            String phase = phase(worker);
            script.set(all -> ScriptedRuntime.ready(program.getLocalPort(), all.replicas()));
            DEPLOYMENTS.untilSettled(worker);

            assertThat(before).hasSize(1).containsValue(100);
            assertThat(meanwhile).isEqualTo(before);
            assertThat(phase).isEqualTo("active");
            assertThat(DEPLOYMENTS.outcome(worker)).contains("succeeded", "succeeded");
        }
    }

    @Test
    void readinessWhoseEndpointRefusesIsFoundOutAndTheTrafficGoesBack() throws IOException {
        try (ServerSocket program = listening();
                TestInner inner = scene.start(home)) {
            Worker worker = serving(program.getLocalPort(), inner);
            Map<Long, Integer> before = scene.router.weights(worker.id().value());
            int nobody = closedPort();
            script.set(release -> ScriptedRuntime.ready(port(release, program, nobody), 1));

            DEPLOYMENTS.deploy(tenant, worker, 1);
            inner.wake();
            DEPLOYMENTS.untilSettled(worker);

            assertThat(DEPLOYMENTS.outcome(worker)).startsWith("succeeded 1, failed");
            assertThat(scene.router.weights(worker.id().value())).containsAllEntriesOf(before);
            assertThat(phase(worker)).isEqualTo("active");
        }
    }

    /** Deploys a first release, which answers on {@code port}. */
    private Worker serving(int port, TestInner inner) {
        script.set(release -> ScriptedRuntime.ready(port, release.replicas()));
        Worker worker = DEPLOYMENTS.deploy(tenant, "faulty");
        inner.wake();
        DEPLOYMENTS.untilSettled(worker);
        return worker;
    }

    private int port(ReleaseSpec release, ServerSocket program, int nobody) {
        long first =
                DEPLOYMENTS.count(
                        "releases WHERE id < "
                                + release.id().number()
                                + " AND worker_id = '"
                                + release.id().worker()
                                + "'");
        return first == 0 ? program.getLocalPort() : nobody;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = listening()) {
            return socket.getLocalPort();
        }
    }

    private static String phase(Worker worker) {
        return DEPLOYMENTS.text(
                "SELECT phase FROM worker_status WHERE worker_id = '%s'".formatted(worker.id()));
    }

    private static String message(Worker worker, long release) {
        return DEPLOYMENTS.text(
                """
                SELECT max(v.message) FROM version_status v
                    JOIN releases r ON r.version_id = v.version_id
                WHERE r.worker_id = '%s' AND r.id = %d
                """
                        .formatted(worker.id(), release));
    }

    private static void overflow() {
        Map<String, Object> map = new HashMap<>();
        map.put("itself", map);
        assertThat(map.hashCode()).isZero();
    }

    private static void misses() {
        throw new NoClassDefFoundError("org/example/Missing");
    }
}
