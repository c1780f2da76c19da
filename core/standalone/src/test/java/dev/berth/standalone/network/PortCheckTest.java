package dev.berth.standalone.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    @EnabledOnOs(OS.LINUX)
    void aBusyPortIsToldWithItsHolderAndTheMend() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, LOOPBACK)) {
            int number = busy.getLocalPort();

            List<String> problems = check(number).problems(List.of(Port.OUTER));

            assertThat(problems)
                    .singleElement()
                    .asString()
                    .contains("port " + number + " (outer)")
                    .contains("process " + ProcessHandle.current().pid())
                    .containsPattern("--port outer=\\d+");
        }
    }

    @Test
    void aFreePortIsNoProblem() throws IOException {
        int number;
        try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
            number = free.getLocalPort();
        }

        List<String> problems = check(number).problems(List.of(Port.OUTER));

        assertThat(problems).isEmpty();
    }

    @Test
    void aPortThatIsNotNeededMayBeBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, LOOPBACK)) {
            List<String> problems = check(busy.getLocalPort()).problems(List.of());

            assertThat(problems).isEmpty();
        }
    }

    private static PortCheck check(int number) {
        return new PortCheck(Ports.with(Map.of("outer", number)), LOOPBACK);
    }
}
