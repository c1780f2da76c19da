package dev.berth.work.rehearsal;

import dev.berth.spi.OperationContext;
import java.time.Duration;
import java.time.Instant;

/** What a call in a rehearsal is told, where everything is done at once. */
record RehearsedOperation(long attempt) implements OperationContext {

    @Override
    public String operation() {
        return "plan";
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public void progress(String phrase) {
        // nobody waits for it
    }

    @Override
    public void pause(Duration duration) {
        throw new IllegalStateException("nothing in a rehearsal has to wait");
    }
}
