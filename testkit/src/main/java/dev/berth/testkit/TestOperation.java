package dev.berth.testkit;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An operation under test: it has half a minute, and remembers what it was told of progress. */
public final class TestOperation implements OperationContext {

    private final String operation;
    private final long attempt;
    private final Instant deadline = Clock.systemUTC().instant().plusSeconds(30);
    private final List<String> progress = new CopyOnWriteArrayList<>();

    private TestOperation(String operation, long attempt) {
        this.operation = operation;
        this.attempt = attempt;
    }

    /** Returns the first attempt at an operation of that name. */
    public static TestOperation named(String operation) {
        return new TestOperation(operation, 1);
    }

    /** Returns a later attempt at the same operation. */
    public TestOperation attempt(long number) {
        return new TestOperation(operation, number);
    }

    /** Returns the phrases given to {@link #progress(String)}, in order. */
    public List<String> phrases() {
        return List.copyOf(progress);
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public long attempt() {
        return attempt;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public void progress(String phrase) {
        progress.add(phrase);
    }

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginException(PluginException.Kind.UNAVAILABLE, "interrupted", stop);
        }
    }
}
