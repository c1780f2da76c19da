package dev.berth.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Tells whether a broker can be reached. Safe for use by several threads.
 *
 * @param bootstrap host and port of a broker; of several, separated by commas, the first
 */
public record BrokerProbe(String bootstrap) {

    private static final int MILLIS = 200;

    /** Returns whether it takes a connection, within a fifth of a second. */
    public boolean answers() {
        String broker = bootstrap.split(",", 2)[0].strip();
        int colon = broker.lastIndexOf(':');
        String host = broker.substring(0, colon);
        int port = Integer.parseInt(broker.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
