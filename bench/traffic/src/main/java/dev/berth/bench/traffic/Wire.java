package dev.berth.bench.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * One connection of a client that costs next to nothing: the JDK's takes as long for a request as
 * the edge does. It reads answers that say how long they are.
 */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream input;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to a port of the loopback address. */
    public static Wire open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new Wire(socket);
    }

    /** Returns the head of a request; a body is to follow it. */
    public static String request(String method, String path, String host, String more) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(method, path, host, more);
    }

    /** Sends a request, and returns the body of an answer with status 200. */
    public String exchange(String request) throws IOException {
        send(request);
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (!status.startsWith("HTTP/1.1 200 ") || length < 0) {
            throw new IOException("unexpected answer: " + status);
        }
        byte[] body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the answer ended too early");
        }
        return new String(body, ISO_8859_1);
    }

    /** Sends text as it is. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Reads a line without its end. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** Returns what comes from the server. */
    public InputStream input() {
        return input;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
