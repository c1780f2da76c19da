package dev.berth.intent;

import java.util.function.Supplier;

/** Runs work in one transaction of the database. */
public interface Transactions {

    /**
     * Returns what {@code work} returns, committed; rolls back where it throws. Not nested, but in
     * {@link #whole}. Where the database is away the refusal is of kind {@code UNAVAILABLE}.
     */
    <T> T call(Supplier<T> work);

    /**
     * Returns what {@code work} returns, like {@link #call}; all transactions that begin within are
     * parts of this one. Not nested.
     */
    <T> T whole(Supplier<T> work);

    /** Runs {@code action} once all is committed: at once, but for within {@link #whole}. */
    void afterwards(Runnable action);

    /** Runs {@code work} like {@link #call}. */
    default void run(Runnable work) {
        this.<Boolean>call(
                () -> {
                    work.run();
                    return true;
                });
    }
}
