package dev.berth.standalone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void withoutWishesThePortsAreTheStandardOnes() {
        Ports ports = Ports.with(Map.of());

        assertThat(ports.numbers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Port.OUTER, 9900,
                                Port.INNER, 9901,
                                Port.EDGE, 8080,
                                Port.POSTGRES, 9910,
                                Port.KAFKA, 9911,
                                Port.KAFKA_CONTROLLER, 9912,
                                Port.EDGE_CONTROL, 9913,
                                Port.MANAGEMENT, 9914,
                                Port.ADMIN, 9915));
    }

    @Test
    void aWishGoesOverTheStandardPort() {
        Ports ports = Ports.with(Map.of("outer", 19900));

        assertThat(ports.number(Port.OUTER)).isEqualTo(19900);
        assertThat(ports.number(Port.INNER)).isEqualTo(9901);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> Ports.with(Map.of("otter", 1, "outer", 70_000, "edge", 9901)))
                .withMessageContaining("there is no port 'otter'; known: outer, inner, edge")
                .withMessageContaining("outer=70000 is not between 1 and 65535")
                .withMessageContaining("inner and edge are both 9901")
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE));
    }
}
