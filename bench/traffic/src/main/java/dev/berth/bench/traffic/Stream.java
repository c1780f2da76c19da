package dev.berth.bench.traffic;

import java.io.IOException;
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

    private Stream(int port, Conversation conversation) {
        this.port = port;
        this.conversation = conversation;
    }

    /** Opens a stream of server-sent events. */
    public static Stream events(int port, String host) {
        return started(new Stream(port, new Conversation.Events(host)));
    }

    /** Opens a WebSocket that sends a text ten times a second. */
    public static Stream socket(int port, String host) {
        return started(new Stream(port, new Conversation.Socket(host)));
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

    static void pause(CountDownLatch until) {
        try {
            until.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
