package dev.berth.rest.outer;

import dev.berth.intent.worker.SeenVersion;
import dev.berth.model.Artifact;
import dev.berth.model.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A version as a client sees it; it has either an image or a source with a path in it. */
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
        Instant createdAt) {

    static VersionView of(SeenVersion seen) {
        return switch (seen.version().artifact()) {
            case Artifact.Image(String reference) ->
                    of(seen, Optional.of(reference), Optional.empty(), Optional.empty());
            case Artifact.Source source ->
                    of(
                            seen,
                            Optional.empty(),
                            Optional.of(source.id().toString()),
                            Optional.of(source.path()));
        };
    }

    private static VersionView of(
            SeenVersion seen,
            Optional<String> image,
            Optional<String> source,
            Optional<String> path) {
        Version version = seen.version();
        return new VersionView(
                version.id(),
                Words.of(seen.status().phase()),
                seen.status().message(),
                image,
                source,
                path,
                version.port(),
                version.replicas(),
                version.strategy(),
                version.commitSha(),
                version.createdBy().toString(),
                version.createdAt());
    }
}
