package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.spi.Endpoint;
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.testkit.RouterClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Router} does. A conformance test extends this class and overrides {@link
 * #create} and {@link #address}. The router may outlive one test and remember the tables of others:
 * revisions grow from test to test.
 */
public abstract class RouterTck extends RouterTrafficTck {

    /** For subclasses. */
    protected RouterTck() {}

    @Test
    void tableIsInForceWhenApplyReturns() {
        RouterBackend one = backend("one");
        RouterBackend two = backend("two");
        apply(route(target(one, 100)));
        Answer before = get("/");

        RouteReport report = apply(route(target(two, 100)));

        assertThat(report.revision()).isEqualTo(revision);
        assertThat(before).isEqualTo(new Answer(200, "one"));
        assertThat(get("/")).isEqualTo(new Answer(200, "two"));
    }

    @Test
    void lowerRevisionIsNotTaken() {
        RouteTable older = table(route(target(backend("older"), 100)));
        apply(route(target(backend("newer"), 100)));

        RouteReport report = router.apply(older, operation());

        assertThat(report.revision()).isEqualTo(revision);
        assertThat(get("/").body()).isEqualTo("newer");
    }

    @Test
    void sameTableTwiceAtOnceIsInForceOnce() throws Exception {
        RouteTable table = table(route(target(backend("one"), 100)));

        List<RouteReport> reports = atOnce(table, table);

        assertThat(reports).extracting(RouteReport::revision).containsExactly(revision, revision);
        assertThat(get("/").body()).isEqualTo("one");
    }

    @Test
    void ofTwoTablesAtOnceTheNewerIsInForce() throws Exception {
        RouteTable older = table(route(target(backend("older"), 100)));
        RouteTable newer = table(route(target(backend("newer"), 100)));

        List<RouteReport> reports = atOnce(newer, older);

        assertThat(reports.getFirst().revision()).isEqualTo(revision);
        assertThat(get("/").body()).isEqualTo("newer");
    }

    @Test
    void closingTwiceDoesNoHarm() {
        apply(route(target(backend("one"), 100)));

        router.close();
        router.close();

        assertThat(get("/").body()).isEqualTo("one");
    }

    @Test
    void requestInFlightIsAnsweredByTheReleaseThatItReached() throws Exception {
        RouterBackend old = backend("old");
        apply(route(target(old, 100)));

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> slow = executor.submit(() -> get("/slow"));
            awaitReceived(old);
            apply(route(target(backend("new"), 100)));
            Answer after = get("/");
            old.letGo();

            assertThat(after).isEqualTo(new Answer(200, "new"));
            assertThat(slow.get()).isEqualTo(new Answer(200, "old"));
        }
    }

    @Test
    void weightZeroTakesNothing() {
        RouterBackend idle = backend("idle");

        apply(route(target(idle, 0), target(backend("busy"), 1)));

        assertThat(bodies(20)).containsOnly("busy");
        assertThat(idle.received()).isEmpty();
    }

    @Test
    void weightsShareTheRequests() {
        RouterBackend small = backend("small");

        apply(route(target(small, 25), target(backend("large"), 75)));

        bodies(400);
        assertThat(small.received().size()).isCloseTo(100, within(50));
    }

    @Test
    void instancesOfOneReleaseShareItsRequests() {
        RouterBackend one = backend("one");
        RouterBackend two = backend("two");

        apply(route(new Route.Target(release(), 1, List.of(one.endpoint(), two.endpoint()))));

        assertThat(bodies(20)).contains("one", "two");
    }

    @Test
    void unknownHostReachesNoInstance() {
        RouterBackend backend = backend("one");
        apply(route(target(backend, 100)));

        Answer answer = client().get("other.router-tck.localhost", "/");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(backend.received()).isEmpty();
    }

    @Test
    void removedHostReachesNoInstance() {
        RouterBackend backend = backend("one");
        apply(route(target(backend, 100)));

        apply();

        assertThat(get("/").status()).isEqualTo(404);
        assertThat(backend.received()).isEmpty();
    }

    @Test
    void hostWithoutInstancesIsUnavailable() {
        apply(route(new Route.Target(release(), 100, List.of())));

        assertThat(get("/").status()).isEqualTo(503);
    }

    @Test
    void hostIsFoundInAnyCaseAndWithAnyPort() {
        apply(route(target(backend("one"), 100)));

        Answer answer = client().get("Worker.Router-TCK.localhost:8080", "/");

        assertThat(answer).isEqualTo(new Answer(200, "one"));
    }

    @Test
    void headersOfAnEndpointAreAdded() {
        RouterBackend backend = backend("one");
        Endpoint endpoint = backend.endpoint(Map.of("X-Route-By", "here"));

        apply(route(new Route.Target(release(), 1, List.of(endpoint))));

        get("/");
        assertThat(backend.received())
                .singleElement()
                .satisfies(
                        headers -> assertThat(headers.get("X-Route-By")).containsExactly("here"));
    }

    @Test
    void trafficGoesOnAfterClose() {
        apply(route(target(backend("one"), 100)));

        router.close();

        assertThat(get("/").body()).isEqualTo("one");
    }
}
