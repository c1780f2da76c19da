package dev.berth.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads lines on a thread of its own, so that somebody can wait for them with a limit. */
final class LinePump implements AutoCloseable {

    private static final int AHEAD = 256;

    /** What there is to relay. */
    sealed interface Item {}

    /** A line. */
    record Line(String json) implements Item {}

    /** No line has come yet. */
    record Nothing() implements Item {}

    /** No line will come. */
    record End() implements Item {}

    /** The lines ended too early. */
    record Broken(RuntimeException cause) implements Item {}

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
    private final Lines lines;
    private final Thread reader;

    private LinePump(Lines lines) {
        this.lines = lines;
        this.reader = Thread.ofVirtual().name("lines").unstarted(this::read);
    }

    static LinePump of(Lines lines) {
        LinePump pump = new LinePump(lines);
        pump.reader.start();
        return pump;
    }

    /** Waits at most {@code limit} for the next item. */
    Item next(Duration limit) throws InterruptedException {
        Item item = items.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        return item == null ? new Nothing() : item;
    }

    @Override
    public void close() {
        lines.close();
        reader.interrupt();
    }

    private void read() {
        try {
            items.put(last());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Item last() throws InterruptedException {
        try {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                items.put(new Line(line.get()));
            }
            return new End();
        } catch (RuntimeException broken) {
            return new Broken(broken);
        }
    }
}
