package dev.berth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** Asks a router for a host whose name need not resolve. */
final class RouterClient {

    /**
     * What came back.
     *
     * @param status the status
     * @param body everything after the head
     */
    record Answer(int status, String body) {}

    private final URI address;

    /** Creates one for the router that the public reaches at {@code address}. */
    RouterClient(URI address) {
        this.address = address;
    }

    /** Sends a GET on a connection of its own and waits for the whole answer. */
    Answer get(String host, String path) {
        String request =
                "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot get '" + path + "' of '" + host + "' from '" + address + "'", failure);
        }
    }

    private static Answer parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("not an answer: '" + answer + "'");
        }
        return new Answer(Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(end + 4));
    }
}
