package dev.berth.plugin.process;

import java.time.Duration;

/**
 * How often an instance was started again.
 *
 * @param count in a row, without a minute of work between
 * @param unready how many of the last starts never became ready
 */
record Restarts(int count, int unready) {

    static final Restarts NONE = new Restarts(0, 0);

    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final int LONGEST_SECONDS = 30;
    private static final int PATIENCE = 5;

    static Restarts parse(String text) {
        String[] parts = text.split(" ", 2);
        return new Restarts(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Returns the history after another end. */
    Restarts after(boolean ready, Duration ran) {
        boolean steady = ready && ran.compareTo(STEADY) >= 0;
        return new Restarts(steady ? 1 : count + 1, ready ? 0 : unready + 1);
    }

    /** Returns how long to wait before the next start: not at all the first time. */
    Duration pause() {
        return count < 2
                ? Duration.ZERO
                : Duration.ofSeconds(Math.min(LONGEST_SECONDS, 1L << Math.min(count - 2, 10)));
    }

    boolean hopeless() {
        return unready >= PATIENCE;
    }

    @Override
    public String toString() {
        return count + " " + unready;
    }
}
