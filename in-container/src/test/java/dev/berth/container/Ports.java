package dev.berth.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a server under test.
 *
 * @param outer Outer's
 * @param inner Inner's
 * @param management where health and OpenAPI are
 * @param admin the Admin Center's
 * @param nobody one that nobody listens on, where Kafka and the edge should be
 */
record Ports(int outer, int inner, int management, int admin, int nobody) {

    /** Returns ports that are free now. */
    static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int n = 0; n < 5; n++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> free = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
