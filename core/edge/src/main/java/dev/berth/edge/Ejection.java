package dev.berth.edge;

import java.util.concurrent.TimeUnit;

/**
 * For how long an instance that refuses connections gets no requests.
 *
 * @param times how often in a row it has refused
 * @param until when, by {@link System#nanoTime}, a request may try it again
 * @param probing whether a request tries it now
 */
record Ejection(int times, long until, boolean probing) {

    static final Ejection NONE = new Ejection(0, 0, true);

    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

    /** Returns it after a refusal; many at once, or while it is out already, count as one. */
    Ejection refused(long now) {
        return probing ? new Ejection(times + 1, now + pause(times), false) : this;
    }

    /** Returns it while one request tries the instance; others may when that one hangs. */
    Ejection probed(long now) {
        return new Ejection(times, now + pause(times), true);
    }

    boolean over(long now) {
        return now - until >= 0;
    }

    /** Each time twice as long. */
    private static long pause(int times) {
        return Math.min(SHORTEST << Math.min(times, 10), LONGEST);
    }
}
