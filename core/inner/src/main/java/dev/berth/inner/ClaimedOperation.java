package dev.berth.inner;

import dev.berth.spi.OperationContext;
import dev.berth.work.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a plugin is told of the operation of a claim; the engine makes the one that it gets of this.
 */
record ClaimedOperation(Claim claim, Instant deadline, Consumer<String> told)
        implements OperationContext {

    @Override
    public String operation() {
        return claim.task().toString();
    }

    @Override
    public long attempt() {
        return claim.attempt();
    }

    @Override
    public void progress(String phrase) {
        told.accept(phrase);
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("only a call into a plugin may pause");
    }
}
