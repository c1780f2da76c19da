package dev.berth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Traffic;
import dev.berth.testkit.RouterClient.Answer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Says what a router tells of the traffic; one that tells nothing says so, and does not. */
abstract class RouterTrafficTck extends RouterScene {

    /** Returns false for a router that reports no traffic at all; that is then asserted. */
    protected boolean reportsTraffic() {
        return true;
    }

    @Test
    void routerThatReportsNoTrafficReportsNone() {
        Route.Target target = target(backend("one"), 100);
        RouteTable table = table(route(target));
        router.apply(table, operation());
        get("/");

        boolean reported =
                reportsTraffic()
                        ? reported(table, target, seen -> seen.requests() > 0).requests() == 1
                        : !router.apply(table, operation()).traffic().isEmpty();

        assertThat(reported).isEqualTo(reportsTraffic());
    }

    @Test
    void applyingAgainKeepsRoutesAndCounts() {
        assumeTrue(reportsTraffic());
        Route.Target target = target(backend("one"), 100);
        RouteTable table = table(route(target));
        router.apply(table, operation());
        get("/");

        RouteReport again = router.apply(table, operation());

        assertThat(again.revision()).isEqualTo(revision);
        assertThat(get("/").body()).isEqualTo("one");
        assertThat(reported(table, target, seen -> seen.requests() > 1).requests()).isEqualTo(2);
    }

    @Test
    void reportCountsRequestsErrorsAndLatency() {
        assumeTrue(reportsTraffic());
        Route.Target target = target(backend("one"), 100);
        RouteTable table = table(route(target));
        router.apply(table, operation());

        get("/");
        get("/fail");

        Traffic seen = reported(table, target, traffic -> traffic.requests() == 2);
        assertThat(seen.errors()).isEqualTo(1);
        assertThat(seen.latency()).isPositive();
    }

    @Test
    void reportShowsWhatIsInFlight() throws Exception {
        assumeTrue(reportsTraffic());
        RouterBackend backend = backend("one");
        Route.Target target = target(backend, 100);
        RouteTable table = table(route(target));
        router.apply(table, operation());

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> slow = executor.submit(() -> get("/slow"));
            Traffic during = reported(table, target, seen -> seen.inFlight() > 0);
            backend.letGo();
            Answer answer = slow.get();
            Traffic after = reported(table, target, seen -> seen.inFlight() == 0);

            assertThat(during.inFlight()).isEqualTo(1);
            assertThat(answer).isEqualTo(new Answer(200, "one"));
            assertThat(after.requests()).isEqualTo(1);
        }
    }
}
