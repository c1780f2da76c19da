package dev.berth.engine.operation;

import dev.berth.engine.operation.Outcome.Late;
import dev.berth.engine.operation.Outcome.Returned;
import dev.berth.engine.operation.Outcome.Stopped;
import dev.berth.engine.operation.Outcome.Threw;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs calls into plugins, so many at once per instance, each until its deadline. */
public final class OperationRunner {

    private final int slots;
    private final InstantSource clock;
    private final Map<String, Semaphore> instances = new ConcurrentHashMap<>();

    /** Creates one that lets {@code slots} calls into each instance at once. */
    public OperationRunner(int slots, InstantSource clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Makes {@code call} on a virtual thread and waits for it. The slot is given back when this
     * method returns, even where the plugin ignores its interrupt.
     *
     * @throws PluginException what the plugin threw; of kind {@code UNAVAILABLE} at the deadline,
     *     or where the caller was interrupted
     * @throws PluginBug where the plugin threw anything else, or returned null
     */
    public <T> T run(Operation operation, Function<OperationContext, T> call) {
        Semaphore free =
                instances.computeIfAbsent(operation.instance(), _ -> new Semaphore(slots, true));
        acquire(free, operation);
        try {
            return result(operation, outcome(operation, call));
        } finally {
            free.release();
        }
    }

    private void acquire(Semaphore free, Operation operation) {
        try {
            if (!free.tryAcquire(left(operation).toNanos(), TimeUnit.NANOSECONDS)) {
                throw unavailable(
                        operation, "none of its %d slots came free in time".formatted(slots));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw unavailable(operation, "it was stopped while it waited for a slot");
        }
    }

    private <T> Outcome<T> outcome(Operation operation, Function<OperationContext, T> call) {
        RunningOperation running = new RunningOperation(operation, clock);
        try {
            return BoundedCall.of(
                    "plugin " + operation.instance(), left(operation), () -> call.apply(running));
        } finally {
            running.end();
        }
    }

    private static <T> T result(Operation operation, Outcome<T> outcome) {
        return switch (outcome) {
            case Returned<T>(T value) when value == null ->
                    throw bug(operation, new NullPointerException("it returned null"));
            case Returned<T>(T value) -> value;
            case Threw<T>(PluginException answer) -> throw answer;
            case Threw<T>(Throwable cause) -> throw bug(operation, cause);
            case Late<T>() ->
                    throw unavailable(
                            operation,
                            "it did not end before its deadline and was interrupted; see whether"
                                    + " its provider answers");
            case Stopped<T>() -> throw unavailable(operation, "it was stopped");
        };
    }

    private Duration left(Operation operation) {
        Duration left = Duration.between(clock.instant(), operation.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static PluginBug bug(Operation operation, Throwable cause) {
        return new PluginBug(operation.instance(), operation.toString(), cause);
    }

    private static PluginException unavailable(Operation operation, String reason) {
        return new PluginException(
                Kind.UNAVAILABLE,
                "%s on '%s' gave no answer: %s".formatted(operation, operation.instance(), reason));
    }
}
