package dev.berth.engine;

import dev.berth.engine.InstanceState.Active;
import dev.berth.engine.InstanceState.Closed;
import dev.berth.engine.InstanceState.Failed;
import dev.berth.engine.InstanceState.Waiting;
import dev.berth.engine.operation.BoundedCall;
import dev.berth.engine.operation.Outcome.Late;
import dev.berth.engine.operation.Outcome.Returned;
import dev.berth.engine.operation.Outcome.Stopped;
import dev.berth.engine.operation.Outcome.Threw;
import dev.berth.spi.PluginException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One configured instance: made at start, or later where its provider was away then. */
final class Instance {

    private static final Logger LOG = System.getLogger(Instance.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String name;
    private volatile Supplier<Object> factory;
    private final InstantSource clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<Object> gate = Optional.empty();
    private volatile InstanceState state;

    private Instance(
            String name, Supplier<Object> factory, InstantSource clock, InstanceState state) {
        this.name = name;
        this.factory = factory;
        this.clock = clock;
        this.state = state;
    }

    /** Returns an instance that {@code factory} makes at once, or when it is asked for. */
    static Instance made(String name, Supplier<Object> factory, InstantSource clock) {
        Instance instance =
                new Instance(name, factory, clock, new Waiting("not made yet", clock.instant()));
        instance.make();
        return instance;
    }

    /** Returns an instance that cannot be made. */
    static Instance failed(String name, String message, InstantSource clock) {
        return new Instance(name, nothing(message), clock, new Failed(message));
    }

    private static Supplier<Object> nothing(String reason) {
        return () -> {
            throw new IllegalStateException(reason);
        };
    }

    InstanceState state() {
        return state;
    }

    /** Returns the object, made now where its provider was away and a pause has passed. */
    Optional<Object> object() {
        if (state instanceof Waiting waiting
                && !clock.instant().isBefore(waiting.retryAfter())
                && making.tryLock()) {
            try {
                make();
            } finally {
                making.unlock();
            }
        }
        return gate;
    }

    /** Closes the object and lets go of its plugin. Idempotent. */
    void close() {
        making.lock();
        try {
            gate.ifPresent(InstanceGate::shut);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Closing an instance failed: instance=" + name, failed);
        } finally {
            gate = Optional.empty();
            factory = nothing("it is closed");
            state = new Closed();
            making.unlock();
        }
    }

    private void make() {
        if (state instanceof Waiting) {
            LateGuard guard = new LateGuard();
            state =
                    switch (BoundedCall.of("plugin " + name, PATIENCE, () -> guarded(guard))) {
                        case Returned<Object>(Object made) -> active(made);
                        case Threw<Object>(PluginException answer)
                                when answer.kind() == PluginException.Kind.UNAVAILABLE ->
                                waiting(answer.getMessage());
                        case Threw<Object>(PluginException answer) -> failed(answer.getMessage());
                        case Threw<Object>(Throwable cause) -> bug(cause);
                        case Late<Object>() ->
                                late(guard, "it was not ready in " + PATIENCE.toSeconds() + " s");
                        case Stopped<Object>() -> late(guard, "Berth was stopped meanwhile");
                    };
        }
    }

    private Object guarded(LateGuard guard) {
        Object made = factory.get();
        if (!guard.delivers(made)) {
            // nobody waits for it any more, and the next attempt makes another
            InstanceGate.shut(made);
        }
        return made;
    }

    private InstanceState late(LateGuard guard, String reason) {
        return guard.giveUp().map(this::active).orElseGet(() -> waiting(reason));
    }

    private InstanceState active(Object made) {
        gate = Optional.of(made);
        LOG.log(Level.INFO, "Made an instance: instance={0}", name);
        return new Active();
    }

    private InstanceState waiting(String reason) {
        String message = "cannot make '%s' yet: %s".formatted(name, reason);
        LOG.log(
                Level.WARNING,
                "An instance is not available: instance={0} reason={1}",
                name,
                reason);
        return new Waiting(message, clock.instant().plus(PAUSE));
    }

    private InstanceState failed(String reason) {
        String message = "cannot make '%s': %s".formatted(name, reason);
        LOG.log(Level.ERROR, "An instance failed: instance={0} reason={1}", name, reason);
        return new Failed(message);
    }

    private InstanceState bug(Throwable cause) {
        String message =
                "cannot make '%s' for a bug in its plugin: %s; report it to the plugin's author"
                        .formatted(name, cause);
        LOG.log(Level.ERROR, "An instance failed for a bug in its plugin: instance=" + name, cause);
        return new Failed(message);
    }
}
