package dev.berth.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, with chance, up to five minutes.
 */
public record Backoff(RandomGenerator random) {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Returns the pause after the try with that number, from 1: between half of it and the whole.
     */
    public Duration after(int tries) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
        long most = Math.min(whole.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}
