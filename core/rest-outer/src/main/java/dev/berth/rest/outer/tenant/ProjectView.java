package dev.berth.rest.outer.tenant;

import dev.berth.model.Project;
import java.time.Instant;

/** A project as a client sees it. */
public record ProjectView(String id, String name, Instant createdAt) {

    static ProjectView of(Project project) {
        return new ProjectView(project.id().toString(), project.name(), project.createdAt());
    }
}
