package dev.berth.store.sql;

import dev.berth.model.Refusal;
import java.util.function.Supplier;

/**
 * Runs work again that lost a race with other transactions, a few times, and once where its
 * connection was dead; says in words of clients why it is not worth another time.
 */
final class Retries {

    private static final int TRIES = 4;

    private Retries() {}

    /** Returns what an attempt returns; each has to begin afresh. */
    static <T> T again(Supplier<T> attempt) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return attempt.get();
            } catch (Refusal refusal) {
                throw refusal;
            } catch (RuntimeException e) {
                boolean away = SqlStates.away(e);
                if (left == 0 || (!away && !SqlStates.raced(e))) {
                    throw told(e);
                }
                left = away ? Math.min(left, 1) : left;
            }
        }
    }

    /** Makes sure that nobody tries {@code step} again: none can be had, or it may be done. */
    static <T> T onlyOnce(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw SqlStates.away(e) ? unavailable(e) : e;
        }
    }

    private static RuntimeException told(RuntimeException e) {
        if (SqlStates.away(e)) {
            return unavailable(e);
        }
        // texts come from clients, and most are looked for before anybody looks at their form
        return SqlStates.unwritable(e)
                ? Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "the request has a text with the character U+0000; leave that out")
                : e;
    }

    private static Refusal unavailable(RuntimeException cause) {
        Refusal refusal =
                Refusal.of(Refusal.Kind.UNAVAILABLE, "the database is away; try again in a moment");
        refusal.initCause(cause);
        return refusal;
    }
}
