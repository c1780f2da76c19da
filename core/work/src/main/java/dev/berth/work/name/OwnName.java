package dev.berth.work.name;

import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import dev.berth.work.WakeUp;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/**
 * The name of this Inner. Whoever starts under a name frees what was claimed under it, so that
 * without the name nothing is claimed. Safe for use by several threads.
 */
public final class OwnName implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OwnName.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String name;
    private final NameLock lock;
    private volatile NameState state = new NameState.Unknown("it was not asked yet");
    private Optional<Thread> thread = Optional.empty();

    /** Creates it; {@link #start} begins to ask for it. */
    public OwnName(String name, NameLock lock) {
        this.name = name;
        this.lock = lock;
    }

    /** Begins; looks every second, and wakes {@code work} when the name is had. Called once. */
    public void start(WakeUp work) {
        thread =
                Optional.of(
                        LogContext.of(Component.PROCESSOR).start("berth-name", () -> keep(work)));
    }

    /** Returns whether this Inner has its name, by the last look. */
    public boolean held() {
        return state instanceof NameState.Held;
    }

    /** Returns why this Inner cannot work; empty where it has its name. */
    public Optional<String> hindrance() {
        return switch (state) {
            case NameState.Held() -> Optional.empty();
            case NameState.Taken(String holder) ->
                    Optional.of(
                            "another Inner has the name '%s' (%s); give each one its own with berth.inner.name, or stop the other"
                                    .formatted(name, holder));
            case NameState.Unknown(String reason) ->
                    Optional.of(
                            "the database does not say whether the name '%s' is free: %s"
                                    .formatted(name, reason));
        };
    }

    /** Stops looking, and lets the name go. Idempotent. */
    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
        lock.close();
        state = new NameState.Unknown("this Inner has stopped");
    }

    private void keep(WakeUp work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look(work);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped looking after the name");
        }
    }

    /** Looks once, and tells of what has changed. */
    void look(WakeUp work) {
        NameState before = state;
        state = lock.take();
        if (!state.equals(before)) {
            tell();
            if (held()) {
                work.wake();
            }
        }
    }

    private void tell() {
        Level level =
                switch (state) {
                    case NameState.Held() -> Level.INFO;
                    case NameState.Taken _ -> Level.ERROR;
                    case NameState.Unknown _ -> Level.WARNING;
                };
        LOG.log(
                level,
                hindrance()
                                .map(why -> "cannot work, trying again every second: " + why)
                                .orElse("working under its name")
                        + "; name="
                        + name);
    }
}
