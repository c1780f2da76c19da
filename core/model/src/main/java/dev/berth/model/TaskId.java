package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names a task. */
public record TaskId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<TaskId> parse(String text) {
        return Uuids.parse(text).map(TaskId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
