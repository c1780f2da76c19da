package dev.berth.standalone.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks whether the ports that Berth needs are free. */
public record PortCheck(Ports ports, InetAddress listen) {

    public List<String> problems(Collection<Port> needed) {
        return needed.stream().map(this::problem).flatMap(Optional::stream).toList();
    }

    private Optional<String> problem(Port port) {
        InetAddress address = port.open() ? listen : InetAddress.getLoopbackAddress();
        int number = ports.number(port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, number));
            return Optional.empty();
        } catch (IOException busy) {
            String holder =
                    PortHolder.of(number)
                            .map(found -> "is held by " + found)
                            .orElse("cannot be bound: " + busy.getMessage());
            return Optional.of(
                    "port %d (%s) on %s %s; end that, or choose another: --port %s=%d"
                            .formatted(
                                    number,
                                    port.label(),
                                    address.getHostAddress(),
                                    holder,
                                    port.label(),
                                    number + 10_000 > 65_535 ? number - 10_000 : number + 10_000));
        }
    }
}
