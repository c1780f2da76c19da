package dev.berth.inner;

import dev.berth.spi.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** The context of a call into a strategy, which is a pure function: a deadline and nothing else. */
record StrategyCall(Instant deadline) implements OperationContext {

    @Override
    public String operation() {
        return "next step";
    }

    @Override
    public long attempt() {
        return 1;
    }

    @Override
    public void progress(String phrase) {
        throw new IllegalStateException("a strategy has no progress");
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("a strategy does not pause");
    }
}
