package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.RouteTable;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final ReleaseId BLUE = new ReleaseId("0123abcd", 1);
    private static final ReleaseId GREEN = new ReleaseId("0123abcd", 2);

    private final TrafficBook book = new TrafficBook();

    @Test
    void requestsAreSharedByWeight() {
        HostRoute route = route(target(BLUE, 10, 1), target(GREEN, 30, 1));
        Random random = new Random(1);

        long blue =
                IntStream.range(0, 10_000)
                        .filter(_ -> route.choose(random).release().equals(BLUE))
                        .count();

        assertThat(blue).isCloseTo(2_500, within(150L));
    }

    @Test
    void weightZeroAndReleasesWithoutInstancesTakeNothing() {
        HostRoute route = route(target(BLUE, 0, 1), target(GREEN, 1, 1), target(BLUE, 1, 0));

        assertThat(IntStream.range(0, 100).mapToObj(_ -> route.choose(new Random()).release()))
                .containsOnly(GREEN);
    }

    @Test
    void routeWithoutInstancesIsKnownButNotReady() {
        Routing routing = routing(1, target(BLUE, 100, 0));

        assertThat(routing.route("host")).isNotEqualTo(HostRoute.UNKNOWN);
        assertThat(routing.route("host").ready()).isFalse();
        assertThat(routing.route("other")).isEqualTo(HostRoute.UNKNOWN);
    }

    @Test
    void instancesTakeTurns() {
        Backend backend = route(target(BLUE, 1, 3)).choose(new Random());

        assertThat(List.of(backend.first(0), backend.first(0), backend.first(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void instanceWithLeastInFlightIsNext() {
        Backend backend = route(target(BLUE, 1, 2)).choose(new Random());
        Instance busy = backend.first(0);
        busy.began();

        assertThat(List.of(backend.first(0), backend.first(0), backend.first(0)))
                .doesNotContain(busy);
    }

    @Test
    void anotherThanTheFailedOneIsTried() {
        Backend backend = route(target(BLUE, 1, 2)).choose(new Random());
        Backend single = route(target(GREEN, 1, 1)).choose(new Random());
        Instance failed = backend.first(0);

        assertThat(backend.next(List.of(failed), 0)).get().isNotEqualTo(failed);
        assertThat(single.next(List.of(single.first(0)), 0)).isEmpty();
    }

    @Test
    void connectionsAreKeptForAnInstanceAndNotForItsAddress() {
        Routing first = routing(1, target(BLUE, 1, 1));
        Routing same = first.next(table(2, target(BLUE, 1, 1)), book);
        Routing successor = first.next(table(2, target(GREEN, 1, 1)), book);
        Routing returned = successor.next(table(3, target(BLUE, 1, 1)), book);

        assertThat(instance(same)).isSameAs(instance(first));
        assertThat(List.of(instance(first), instance(successor), instance(returned)))
                .doesNotHaveDuplicates();
    }

    private static Instance instance(Routing routing) {
        return routing.route("host").choose(new Random()).first(0);
    }

    @Test
    void whatIsInFlightPassesOnToTheNextTable() {
        Routing first = routing(1, target(BLUE, 1, 1));
        first.route("host").choose(new Random()).first(0).began();

        Routing second = first.next(table(2, target(BLUE, 2, 1)), book);

        assertThat(second.route("host").choose(new Random()).first(0).inFlight()).isEqualTo(1);
    }

    @Test
    void releasesAreForgottenOnlyWhenIdleAndTwoTablesOld() {
        ReleaseTraffic blue = book.of(BLUE);
        book.retain(Set.of(BLUE));
        blue.began();
        book.retain(Set.of());
        book.retain(Set.of());
        boolean busyIsKept = book.snapshot(0).containsKey(BLUE);
        blue.ended();

        book.retain(Set.of());

        assertThat(busyIsKept).isTrue();
        assertThat(book.snapshot(0)).isEmpty();
    }

    private HostRoute route(Route.Target... targets) {
        return routing(1, targets).route("host");
    }

    private Routing routing(long revision, Route.Target... targets) {
        return Routing.EMPTY.next(table(revision, targets), book);
    }

    private static RouteTable table(long revision, Route.Target... targets) {
        return new RouteTable(revision, Set.of(new Route("host", List.of(targets))));
    }

    private static Route.Target target(ReleaseId release, int weight, int instances) {
        List<Endpoint> endpoints =
                IntStream.range(0, instances)
                        .mapToObj(i -> Endpoint.of(URI.create("http://127.0.0.1:" + (2000 + i))))
                        .toList();
        return new Route.Target(release, weight, endpoints);
    }
}
