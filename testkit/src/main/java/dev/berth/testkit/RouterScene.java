package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.PluginContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.spi.Traffic;
import dev.berth.testkit.RouterClient.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tests of {@link RouterTck} act on: a router, programs behind it, and a client before it.
 */
abstract class RouterScene {

    private static final String HOST = "worker.router-tck.localhost";

    private final List<RouterBackend> backends = new ArrayList<>();
    long revision = ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    Router router;

    /** Creates the router under test. */
    protected abstract Router create(PluginContext context);

    /** Returns where the public reaches the router: scheme, host and port. */
    protected abstract URI address();

    @BeforeEach
    void open(@TempDir Path directory) {
        router = create(TestContext.in(directory));
    }

    @AfterEach
    void close() {
        router.close();
        backends.forEach(RouterBackend::close);
    }

    RouterBackend backend(String name) {
        RouterBackend backend = RouterBackend.start(name);
        backends.add(backend);
        return backend;
    }

    ReleaseId release() {
        return new ReleaseId("0000ac1d", ++revision);
    }

    Route.Target target(RouterBackend backend, int weight) {
        return new Route.Target(release(), weight, List.of(backend.endpoint()));
    }

    static Route route(Route.Target... targets) {
        return new Route(HOST, List.of(targets));
    }

    RouteTable table(Route... routes) {
        return new RouteTable(++revision, Set.of(routes));
    }

    RouteReport apply(Route... routes) {
        return router.apply(table(routes), operation());
    }

    TestOperation operation() {
        return TestOperation.named("apply-" + revision);
    }

    RouterClient client() {
        return new RouterClient(address());
    }

    Answer get(String path) {
        return client().get(HOST, path);
    }

    List<String> bodies(int requests) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            bodies.add(get("/").body());
        }
        return bodies;
    }

    /** Applies both at once, and returns their reports in that order. */
    List<RouteReport> atOnce(RouteTable one, RouteTable other) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RouteReport> first = executor.submit(() -> router.apply(one, operation()));
            Future<RouteReport> second = executor.submit(() -> router.apply(other, operation()));
            return List.of(first.get(), second.get());
        }
    }

    void awaitReceived(RouterBackend backend) {
        TestOperation operation = operation();
        for (int attempt = 0; attempt < 500 && backend.received().isEmpty(); attempt++) {
            operation.pause(Duration.ofMillis(10));
        }
        assertThat(backend.received()).isNotEmpty();
    }

    /** An answer may arrive a moment before it is counted. */
    Traffic reported(RouteTable table, Route.Target target, Predicate<Traffic> awaited) {
        TestOperation operation = operation();
        for (int attempt = 0; attempt < 200; attempt++) {
            Map<ReleaseId, Traffic> traffic = router.apply(table, operation).traffic();
            Traffic seen = traffic.getOrDefault(target.release(), Traffic.NONE);
            if (awaited.test(seen)) {
                return seen;
            }
            operation.pause(Duration.ofMillis(20));
        }
        throw new AssertionError(
                "the awaited traffic of " + target.release() + " was not reported");
    }
}
