package dev.berth.intent.account;

import java.time.Instant;

/**
 * What is remembered of attempts.
 *
 * @param count how many there were
 * @param freeAt when there may be another
 * @param forgetAt when all this is forgotten
 */
public record Attempts(int count, Instant freeAt, Instant forgetAt) {

    /** What is remembered where there was none. */
    static final Attempts NONE = new Attempts(0, Instant.EPOCH, Instant.EPOCH);

    /** Returns what is left of it at {@code now}. */
    Attempts at(Instant now) {
        return forgetAt.isAfter(now) ? this : NONE;
    }

    /** Returns the same without one attempt that turned out to be a good one. */
    Attempts butOne(Pace pace, Instant now) {
        int left = Math.max(0, count - 1);
        return new Attempts(left, left < pace.free() ? now : freeAt, forgetAt);
    }
}
