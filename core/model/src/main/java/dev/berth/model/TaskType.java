package dev.berth.model;

import java.util.Arrays;
import java.util.Optional;

/** What causes a task; the words are the contract's. */
public enum TaskType {
    WORKER_DEPLOY("worker.deploy"),
    WORKER_DELETE("worker.delete"),
    WORKER_ROLLBACK("worker.rollback"),
    WORKER_PROMOTE("worker.promote"),
    WORKER_ABORT("worker.abort"),
    WORKER_SYNC_ENV("worker.sync-env"),
    WORKER_SYNC_SECRET("worker.sync-secret"),
    WORKER_UPDATE("worker.update"),

    /** Inner's own look at everything; no client sees it. */
    WORKER_RECONCILE("worker.reconcile"),

    /** What is to be done once for a user who has registered. */
    USER_REGISTER("user.register"),

    /** A look at what a user holds, which the clock causes; no client sees it. */
    USER_AUDIT("user.audit");

    private final String word;

    TaskType(String word) {
        this.word = word;
    }

    /** Returns the word that clients and records use. */
    public String word() {
        return word;
    }

    /** Returns whether it is about a user, and not about a worker. */
    public boolean aboutUser() {
        return this == USER_REGISTER || this == USER_AUDIT;
    }

    /** Returns the type that {@code word} names; empty for another word. */
    public static Optional<TaskType> parse(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findAny();
    }
}
