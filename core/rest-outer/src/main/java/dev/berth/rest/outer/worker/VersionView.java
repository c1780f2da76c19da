package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.VersionEntry;
import dev.berth.model.Artifact;
import dev.berth.model.Version;
import dev.berth.rest.outer.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A version as a client sees it; it has either an image or a source with a path in it, and names
 * what differs from the version before.
 */
public record VersionView(
        long versionId,
        String status,
        String message,
        Optional<String> image,
        Optional<String> source,
        Optional<String> path,
        OptionalInt port,
        int replicas,
        String strategy,
        String commitSha,
        String createdBy,
        Instant createdAt,
        List<String> changed) {

    static VersionView of(VersionEntry entry) {
        return switch (entry.seen().version().artifact()) {
            case Artifact.Image(String reference) ->
                    of(entry, Optional.of(reference), Optional.empty(), Optional.empty());
            case Artifact.Source source ->
                    of(
                            entry,
                            Optional.empty(),
                            Optional.of(source.id().toString()),
                            Optional.of(source.path()));
        };
    }

    private static VersionView of(
            VersionEntry entry,
            Optional<String> image,
            Optional<String> source,
            Optional<String> path) {
        Version version = entry.seen().version();
        return new VersionView(
                version.id(),
                Words.of(entry.seen().status().phase()),
                entry.seen().status().message(),
                image,
                source,
                path,
                version.port(),
                version.replicas(),
                version.strategy(),
                version.commitSha(),
                version.createdBy().toString(),
                version.createdAt(),
                entry.changed());
    }
}
