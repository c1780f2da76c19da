package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EjectionTest {

    private final Instance one = instance(1);
    private final Instance two = instance(2);
    private final Backend backend =
            new Backend(new ReleaseId("0123abcd", 1), new ReleaseTraffic(), List.of(one, two));

    @Test
    void instanceThatRefusesGetsNoRequestsForASecond() {
        one.refused(at("0s"));

        assertThat(List.of(next("1ms"), next("10ms"), next("999ms"))).containsOnly(two);
    }

    @Test
    void oneRequestTriesItThenAndTheOthersDoNot() {
        one.refused(at("0s"));

        assertThat(next("1s")).isEqualTo(one);
        assertThat(List.of(next("1s"), next("1s"), next("1s"))).containsOnly(two);
    }

    @Test
    void eachTimeItRefusesItRestsTwiceAsLongUpToHalfAMinute() {
        long now = 0;
        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            one.refused(now);
            long over = now + Duration.ofSeconds(seconds).toNanos();
            assertThat(backend.next(List.of(), over - 1)).contains(two);
            assertThat(backend.next(List.of(), over)).contains(one);
            now = over;
        }
    }

    @Test
    void manyRefusalsAtOnceCountAsOne() {
        one.refused(at("0s"));
        one.refused(at("1ms"));
        one.refused(at("2ms"));

        assertThat(next("1s")).isEqualTo(one);
    }

    @Test
    void instanceThatIsReachedAgainTakesItsShare() {
        one.refused(at("0s"));
        one.reached();

        assertThat(List.of(next("1ms"), next("1ms"))).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void whereAllRefuseEachIsTriedAllTheSame() {
        one.refused(at("0s"));
        two.refused(at("0s"));

        Instance first = next("1ms");
        assertThat(backend.next(List.of(first), at("1ms")))
                .hasValueSatisfying(second -> assertThat(second).isNotEqualTo(first));
        assertThat(backend.next(List.of(one, two), at("1ms"))).isEmpty();
    }

    private Instance next(String time) {
        return backend.first(at(time));
    }

    private static long at(String time) {
        return time.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(time.replace("ms", ""))).toNanos()
                : Duration.parse("PT" + time).toNanos();
    }

    private static Instance instance(int port) {
        return new Instance(Endpoint.of(URI.create("http://127.0.0.1:" + port)));
    }
}
