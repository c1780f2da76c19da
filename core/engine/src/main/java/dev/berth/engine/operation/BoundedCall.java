package dev.berth.engine.operation;

import dev.berth.engine.operation.Outcome.Late;
import dev.berth.engine.operation.Outcome.Returned;
import dev.berth.engine.operation.Outcome.Stopped;
import dev.berth.engine.operation.Outcome.Threw;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes a call on a virtual thread of its own and waits for it only so long. */
public final class BoundedCall {

    private BoundedCall() {}

    /** Makes {@code call} on a thread named {@code name}; interrupts it after {@code patience}. */
    public static <T> Outcome<T> of(String name, Duration patience, Callable<T> call) {
        FutureTask<Outcome<T>> task = new FutureTask<>(() -> outcome(call));
        Thread thread = Thread.ofVirtual().name(name).start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException thrown) {
            return new Threw<>(thrown.getCause());
        } catch (TimeoutException late) {
            thread.interrupt();
            return new Late<>();
        } catch (InterruptedException stop) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Stopped<>();
        }
    }

    // the future would ask what was thrown for its message, and that may fail as well
    private static <T> Outcome<T> outcome(Callable<T> call) {
        try {
            return new Returned<>(call.call());
        } catch (Throwable thrown) {
            return new Threw<>(thrown);
        }
    }
}
