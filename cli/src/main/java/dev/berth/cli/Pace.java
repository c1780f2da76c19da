package dev.berth.cli;

import java.time.Duration;

/** How often to look: what is quick is seen at once, what is slow is not pestered. */
final class Pace {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private Pace() {}

    /** Waits for a twentieth of the time so far; {@code action} is what goes on without us. */
    static void pause(Duration waited, String action) {
        long millis = Math.clamp(waited.toMillis() / 20, SHORTEST.toMillis(), LONGEST.toMillis());
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitStatus.FAILED, "interrupted; the " + action + " goes on", stop);
        }
    }
}
