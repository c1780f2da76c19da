package dev.berth.work.cron;

import java.time.Duration;
import java.util.OptionalInt;

/** When each duty is due, by the clock of the database, for all Inners together. */
@FunctionalInterface
public interface CronTable {

    /**
     * Does {@code job} if it is due and no other Inner is at it, makes it due again after {@code
     * every}, both or neither, and returns how many rows it was about; empty where it was not due.
     * A job is first due {@code every} after it became known, and once after a time in which no
     * Inner ran.
     */
    OptionalInt fire(CronJob job, Duration every);
}
