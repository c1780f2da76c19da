package dev.berth.plugin.process;

import dev.berth.spi.Health;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a program answers on the port that it was given. */
sealed interface Readiness {

    int CONNECT_MILLIS = 500;
    int READ_MILLIS = 2_000;

    /** It does. */
    record Answers() implements Readiness {}

    /** Nobody listens there; the program listens on the other ports, once they are looked for. */
    record Elsewhere(SortedSet<Integer> ports) implements Readiness {}

    /** Somebody else listens there. */
    record Foreign() implements Readiness {}

    /** It listens, but its health check fails. */
    record Unhealthy(String finding) implements Readiness {}

    static Readiness probe(Health health, int port, Session session) {
        if (!accepts(port)) {
            return new Elsewhere(new TreeSet<>());
        }
        if (!Listeners.owns(session.members(), port)) {
            return new Foreign();
        }
        return switch (health) {
            case Health.Tcp() -> new Answers();
            case Health.Http(String path) -> get(port, path);
        };
    }

    /** Looks for what a silent program listens on instead; too dear for every probe. */
    default Readiness lookAround(Session session) {
        return this instanceof Elsewhere ? new Elsewhere(Listeners.ports(session.members())) : this;
    }

    /** Returns whether somebody listens; one that is too busy to accept does. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException busy) {
            return true;
        }
    }

    private static Readiness get(int port, String path) {
        String rooted = path.startsWith("/") ? path : "/" + path;
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + rooted);
            HttpURLConnection connection =
                    (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Connection", "close");
            int status = connection.getResponseCode();
            connection.disconnect();
            return status >= 200 && status < 400
                    ? new Answers()
                    : new Unhealthy("GET " + rooted + " answers " + status + ", not 200 to 399");
        } catch (IOException | IllegalArgumentException failure) {
            return new Unhealthy("GET " + rooted + " fails: " + failure.getMessage());
        }
    }

    /** Says what is wrong, of the port that is in PORT. */
    default String describe(int port) {
        return switch (this) {
            case Answers() -> "answers on port " + port;
            case Elsewhere(SortedSet<Integer> ports) when ports.isEmpty() ->
                    "does not listen on port " + port + " (PORT)";
            case Elsewhere(SortedSet<Integer> ports) ->
                    "listens on port " + list(ports) + ", not on " + port + ", the value of PORT";
            case Foreign() ->
                    "does not listen on port " + port + " (PORT), which another program holds";
            case Unhealthy(String finding) -> "listens on port " + port + ", but " + finding;
        };
    }

    private static String list(SortedSet<Integer> ports) {
        return String.join(", ", ports.stream().map(String::valueOf).toList());
    }
}
