package dev.berth.inner;

import dev.berth.spi.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** The context of a look that somebody takes at a release: a deadline and nothing else. */
record LookCall(String operation, Instant deadline) implements OperationContext {

    @Override
    public long attempt() {
        return 1;
    }

    @Override
    public void progress(String phrase) {
        throw new IllegalStateException("a look has no progress");
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("a look does not pause");
    }
}
