package dev.berth.engine;

import dev.berth.spi.ReleaseId;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Passes on which releases have changed by themselves, on a thread of its own: a plugin that tells
 * of one is neither held up nor failed. Tells of a release once where it is named again meanwhile.
 */
final class Changes implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Changes.class.getName());

    // more than that wait for the next look at everything
    private static final int MOST = 100_000;

    private final SequencedSet<ReleaseId> waiting = new LinkedHashSet<>();
    private final Consumer<ReleaseId> listener;

    // a thread begins with the loader of who begins it, which is a plugin here
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private boolean working;
    private boolean closed;

    Changes(Consumer<ReleaseId> listener) {
        this.listener = listener;
    }

    /** Notes that {@code release} is to be told of. */
    synchronized void add(ReleaseId release) {
        if (closed || waiting.size() >= MOST) {
            return;
        }
        waiting.addLast(release);
        if (!working) {
            working = true;
            Thread.ofVirtual().name("berth-changes").start(this::tell);
        }
    }

    /** Drops what waits and all that comes. Idempotent. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void tell() {
        Thread.currentThread().setContextClassLoader(loader);
        for (Optional<ReleaseId> next = next(); next.isPresent(); next = next()) {
            tell(next.get());
        }
    }

    private void tell(ReleaseId release) {
        try {
            listener.accept(release);
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "Lost a hint: release=" + release, failed);
        }
    }

    private synchronized Optional<ReleaseId> next() {
        if (waiting.isEmpty()) {
            working = false;
            return Optional.empty();
        }
        return Optional.of(waiting.removeFirst());
    }
}
