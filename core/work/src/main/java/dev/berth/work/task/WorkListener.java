package dev.berth.work.task;

import dev.berth.work.Claim;
import java.time.Duration;

/** Is told of what runs came to, to count it. */
@FunctionalInterface
public interface WorkListener {

    /**
     * Tells that a run on a worker ended; {@code outcome} is one of {@code reached}, {@code
     * failed}, {@code again}, {@code purged}, {@code retry}, {@code lost}.
     */
    void ended(Claim claim, String outcome, Duration took);
}
