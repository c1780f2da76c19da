package dev.berth.bench.traffic;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The traffic under which a version takes over: GET and POST, half of them on kept connections and
 * half on fresh ones, in an open loop, with one stream of events and one WebSocket beside it. A
 * worker under test answers {@code /} with the name of its version, as {@link Stream} has it the
 * other paths.
 *
 * @param port of the edge on the loopback address
 * @param host of the worker
 * @param load how many requests, for how long
 */
public record Takeover(int port, String host, OpenLoop load) {

    private static final int KEPT = 16;

    /**
     * What was seen.
     *
     * @param requests how long they took, and which failed
     * @param versions how many requests each version answered
     * @param events the stream of server-sent events
     * @param socket the WebSocket
     */
    public record Seen(
            Latencies requests,
            Map<String, Integer> versions,
            Stream.Seen events,
            Stream.Seen socket) {

        /** Copies the versions. */
        public Seen {
            versions = Map.copyOf(versions);
        }
    }

    /** Runs to the end. */
    public Seen run() {
        Map<String, Integer> versions = new ConcurrentHashMap<>();
        try (Wires kept = new Wires(port, KEPT);
                Stream events = Stream.events(port, host);
                Stream socket = Stream.socket(port, host)) {
            Latencies requests =
                    load.run(number -> versions.merge(answer(kept, number), 1, Integer::sum));
            return new Seen(requests, new TreeMap<>(versions), events.seen(), socket.seen());
        }
    }

    private String answer(Wires kept, int number) throws Exception {
        boolean fresh = number % 4 >= 2;
        String request = number % 2 == 0 ? get(fresh) : post(fresh);
        if (!fresh) {
            return kept.exchange(request);
        }
        try (Wire wire = Wire.open(port)) {
            return wire.exchange(request);
        }
    }

    private String get(boolean fresh) {
        return Wire.request("GET", "/", host, end(fresh));
    }

    private String post(boolean fresh) {
        return Wire.request("POST", "/", host, "Content-Length: 5\r\n" + end(fresh)) + "hello";
    }

    private static String end(boolean fresh) {
        return fresh ? "Connection: close\r\n" : "";
    }

    /** Returns the version that answers now, by a connection of its own; empty while none does. */
    public String version() {
        try (Wire wire = Wire.open(port)) {
            return wire.exchange(get(true));
        } catch (IOException _) {
            return "";
        }
    }
}
