package dev.berth.intent;

import java.util.function.Supplier;

/** Runs work in one transaction of the database. */
public interface Transactions {

    /**
     * Returns what {@code work} returns, committed; rolls back where it throws. Not nested. Where
     * the database is away the refusal is of kind {@code UNAVAILABLE}.
     */
    <T> T call(Supplier<T> work);

    /** Runs {@code work} like {@link #call}. */
    default void run(Runnable work) {
        this.<Boolean>call(
                () -> {
                    work.run();
                    return true;
                });
    }
}
