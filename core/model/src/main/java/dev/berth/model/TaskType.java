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
    WORKER_RECONCILE("worker.reconcile");

    private final String word;

    TaskType(String word) {
        this.word = word;
    }

    /** Returns the word that clients and records use. */
    public String word() {
        return word;
    }

    /** Returns the type that {@code word} names; empty for another word. */
    public static Optional<TaskType> parse(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findAny();
    }
}
