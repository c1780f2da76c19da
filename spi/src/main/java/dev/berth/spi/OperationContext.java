package dev.berth.spi;

import java.time.Duration;
import java.time.Instant;

/** What a plugin knows of the operation that it carries out. Valid until the call returns. */
public interface OperationContext {

    /** Returns the idempotency token: the same on every attempt at the same operation. */
    String operation();

    /**
     * Returns the number of this attempt, from 1, growing over all attempts at the aggregate; what
     * can refuse a lower one than it has seen should.
     */
    long attempt();

    /** Returns when Berth will give the call up and interrupt it. */
    Instant deadline();

    /**
     * Tells the developer what is going on, in a few words without a secret. Cheap; never blocks.
     */
    void progress(String phrase);

    /**
     * Waits for {@code duration}, or less where the deadline comes first.
     *
     * @throws PluginException of kind {@code UNAVAILABLE} where the operation is to stop; the
     *     interrupt is left set
     */
    void pause(Duration duration);
}
