package dev.berth.engine.operation;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** An operation as its plugin sees it. */
final class RunningOperation implements OperationContext {

    private final Operation operation;
    private final InstantSource clock;
    private volatile boolean over;

    RunningOperation(Operation operation, InstantSource clock) {
        this.operation = operation;
        this.clock = clock;
    }

    @Override
    public String operation() {
        return operation.id();
    }

    @Override
    public long attempt() {
        return operation.attempt();
    }

    @Override
    public Instant deadline() {
        return operation.deadline();
    }

    @Override
    public void progress(String phrase) {
        if (!over) {
            operation.progress().accept(phrase);
        }
    }

    @Override
    public void pause(Duration duration) {
        Duration left = Duration.between(clock.instant(), operation.deadline());
        Duration pause = duration.compareTo(left) < 0 ? duration : left;
        try {
            Thread.sleep(pause.isNegative() ? Duration.ZERO : pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginException(Kind.UNAVAILABLE, operation + " is to stop", stop);
        }
    }

    /** Ends what the plugin may do with this object. */
    void end() {
        over = true;
    }
}
