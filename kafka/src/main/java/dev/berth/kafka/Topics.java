package dev.berth.kafka;

/** The names of Berth's topics. */
public final class Topics {

    /** Ids of tasks that are committed; from Outer to Inner. */
    public static final String TASKS = "berth.tasks";

    /** Tasks that ended in an error, for operators. */
    public static final String TASKS_DLQ = "berth.tasks.dlq";

    /** Changes of status, as CloudEvents. */
    public static final String EVENTS = "berth.events";

    private Topics() {}
}
