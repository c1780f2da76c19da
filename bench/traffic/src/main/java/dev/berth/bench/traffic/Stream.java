package dev.berth.bench.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is held as long as the server lets it, and opened anew when it ends: {@code
 * /events} sends a line {@code data: <version>} again and again, {@code /socket} answers each text
 * of a WebSocket with its version.
 */
public final class Stream implements AutoCloseable {

    private static final int PAUSE_MILLIS = 100;

    private final Conversation conversation;
    private final int port;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "stream");
    private final Map<String, Integer> messages = new TreeMap<>();
    private int ends;
    private int refused;
    private Optional<Wire> current = Optional.empty();

    /**
     * What was seen of one.
     *
     * @param messages how many came from each version
     * @param ends how often it ended and was opened anew
     * @param refused how often it could not be opened
     */
    public record Seen(Map<String, Integer> messages, int ends, int refused) {

        /** Copies the messages. */
        public Seen {
            messages = Map.copyOf(messages);
        }
    }

    /** What is said on a connection. */
    private sealed interface Conversation {

        /** Opens it; throws where the server refuses. */
        void begin(Wire wire) throws IOException;

        /** Returns the version that the next message came from. */
        String next(Wire wire) throws IOException;
    }

    private Stream(int port, Conversation conversation) {
        this.port = port;
        this.conversation = conversation;
    }

    /** Opens a stream of server-sent events. */
    public static Stream events(int port, String host) {
        return started(new Stream(port, new Events(host)));
    }

    /** Opens a WebSocket that sends a text ten times a second. */
    public static Stream socket(int port, String host) {
        return started(new Stream(port, new Socket(host)));
    }

    /** Returns what was seen so far. */
    public synchronized Seen seen() {
        return new Seen(messages, ends, refused);
    }

    @Override
    public void close() {
        closed.countDown();
        hangUp();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream started(Stream stream) {
        stream.thread.setDaemon(true);
        stream.thread.start();
        return stream;
    }

    private void run() {
        while (closed.getCount() > 0) {
            boolean opened = false;
            try (Wire wire = Wire.open(port)) {
                hold(wire);
                conversation.begin(wire);
                opened = true;
                while (closed.getCount() > 0) {
                    saw(conversation.next(wire));
                }
            } catch (IOException ended) {
                lost(opened);
            }
        }
    }

    private synchronized void saw(String version) {
        messages.merge(version, 1, Integer::sum);
    }

    private void lost(boolean opened) {
        if (closed.getCount() == 0) {
            return;
        }
        synchronized (this) {
            ends += opened ? 1 : 0;
            refused += opened ? 0 : 1;
        }
        pause(closed);
    }

    private synchronized void hold(Wire wire) {
        current = Optional.of(wire);
    }

    private synchronized void hangUp() {
        current.ifPresent(
                wire -> {
                    try {
                        wire.close();
                    } catch (IOException gone) {
                        // that is what was wanted
                    }
                });
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void head(Wire wire, String status) throws IOException {
        String line = wire.line();
        if (!line.startsWith("HTTP/1.1 " + status)) {
            throw new IOException("unexpected answer: " + line);
        }
        while (!wire.line().isEmpty()) {
            // headers do not matter
        }
    }

    private record Events(String host) implements Conversation {

        @Override
        public void begin(Wire wire) throws IOException {
            wire.send(Wire.request("GET", "/events", host, "Accept: text/event-stream\r\n"));
            head(wire, "200");
        }

        @Override
        public String next(Wire wire) throws IOException {
            // lines between are lengths of chunks, and empty
            String line = wire.line();
            while (!line.startsWith("data: ")) {
                line = wire.line();
            }
            return line.substring("data: ".length());
        }
    }

    private record Socket(String host) implements Conversation {

        private static final String UPGRADE =
                """
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                """
                        .replace("\n", "\r\n");
        private static final byte[] PING = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'};

        @Override
        public void begin(Wire wire) throws IOException {
            wire.send(Wire.request("GET", "/socket", host, UPGRADE));
            head(wire, "101");
        }

        @Override
        public String next(Wire wire) throws IOException {
            wire.send(new String(PING, ISO_8859_1));
            InputStream input = wire.input();
            int kind = input.read();
            int length = input.read();
            byte[] text = input.readNBytes(Math.max(0, length));
            if (kind != 0x81 || text.length < length) {
                throw new EOFException("the WebSocket ended");
            }
            pause(new CountDownLatch(1));
            return new String(text, ISO_8859_1);
        }
    }
}
