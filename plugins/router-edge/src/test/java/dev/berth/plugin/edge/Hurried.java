package dev.berth.plugin.edge;

import dev.berth.spi.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** An operation with a deadline of its own. */
record Hurried(Instant deadline) implements OperationContext {

    @Override
    public String operation() {
        return "hurried";
    }

    @Override
    public long attempt() {
        return 1;
    }

    @Override
    public void progress(String phrase) {}

    @Override
    public void pause(Duration duration) {
        throw new UnsupportedOperationException("nothing to wait for");
    }
}
