package dev.berth.intent.worker;

import dev.berth.model.WorkerSettings;
import java.util.Optional;

/**
 * Of which deploy a developer wants to know beforehand what it would do.
 *
 * @param subject the worker
 * @param program what would be deployed
 * @param strategy the strategy for this deployment; empty for the manifest's or the worker's
 */
public record PlanRequest(Subject subject, Program program, Optional<String> strategy) {

    /** The worker that would be deployed. */
    public sealed interface Subject {}

    /** One that exists. */
    public record Existing(String id) implements Subject {}

    /** One that would be made before. */
    public record ToBeMade(String name, String project, WorkerSettings settings)
            implements Subject {}

    /** What would be deployed. */
    public sealed interface Program {}

    /** A container image. */
    public record Image(String reference) implements Program {}

    /** A source with that text in its {@code app-manifest.json}. */
    public record Manifest(String text) implements Program {}
}
