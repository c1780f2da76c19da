package dev.berth.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports that nobody listens on. */
final class Ports {

    private static final int FIRST = 10_000;
    private static final int LAST = 20_000;

    private Ports() {}

    /**
     * Returns that many different free ports, none of which a client's connection is given: it
     * takes a while until a server listens.
     */
    static List<Integer> free(int count) {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket held = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return held.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Returns whether somebody listens on that port of the loopback address. */
    static boolean isInUse(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
