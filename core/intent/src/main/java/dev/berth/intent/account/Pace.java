package dev.berth.intent.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something may be tried from one place: a few times at once, then with a pause that
 * doubles each time.
 *
 * @param name what is tried
 * @param free how many attempts need no pause
 * @param first the first pause
 * @param longest the longest
 * @param forgotten after how long without an attempt all is forgotten
 */
record Pace(String name, int free, Duration first, Duration longest, Duration forgotten) {

    /** To log in as one user. */
    static final Pace LOGIN =
            new Pace(
                    "log in",
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(15),
                    Duration.ofHours(24));

    /** To log in as anybody: what a place with many users may get wrong. */
    static final Pace LOGINS =
            new Pace(
                    "log in as anybody",
                    50,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(15));

    /** To have a code mailed to one address. */
    static final Pace CODE =
            new Pace(
                    "send a code",
                    3,
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofHours(24));

    /** To have codes mailed to any addresses. */
    static final Pace CODES =
            new Pace(
                    "send codes",
                    20,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    /** To invite people into one tenant. */
    static final Pace INVITATIONS =
            new Pace(
                    "invite",
                    50,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private static final int DOUBLINGS = 30;

    /** Returns what to remember after one more attempt at {@code now}. */
    Attempts after(Attempts before, Instant now) {
        int count = before.count() + 1;
        return new Attempts(count, now.plus(pause(count)), now.plus(forgotten));
    }

    private Duration pause(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration pause = first.multipliedBy(1L << Math.min(count - free, DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
