package dev.berth.work.worker;

import dev.berth.spi.OperationContext;
import dev.berth.work.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** An operation that never has to wait. */
record FakeOperation(Claim claim, Consumer<String> told) implements OperationContext {

    @Override
    public String operation() {
        return claim.task().toString();
    }

    @Override
    public long attempt() {
        return claim.attempt();
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public void progress(String phrase) {
        told.accept(phrase);
    }

    @Override
    public void pause(Duration duration) {
        throw new AssertionError("a unit test does not wait");
    }
}
