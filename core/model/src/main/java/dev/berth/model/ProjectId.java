package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/** Names a project. */
public record ProjectId(UUID value) {

    /** Returns the id that {@link #toString} wrote; empty for other text. */
    public static Optional<ProjectId> parse(String text) {
        return Uuids.parse(text).map(ProjectId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
