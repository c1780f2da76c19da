package dev.berth.inner;

import dev.berth.spi.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** The context of opening the log of a release: a deadline and nothing else. */
record OpenLogCall(String release, Instant deadline) implements OperationContext {

    @Override
    public String operation() {
        return "log of " + release;
    }

    @Override
    public long attempt() {
        return 1;
    }

    @Override
    public void progress(String phrase) {
        throw new IllegalStateException("opening a log has no progress");
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("opening a log does not pause");
    }
}
