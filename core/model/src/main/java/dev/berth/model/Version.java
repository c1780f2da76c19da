package dev.berth.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * An immutable deployment of a worker.
 *
 * @param id its number, growing over all of this Berth
 * @param worker the worker
 * @param artifact what runs
 * @param command what starts it; empty where the artifact says
 * @param health how to see that an instance is ready
 * @param port the port that it documents
 * @param replicas how many instances
 * @param strategy the configured strategy by which it takes over
 * @param commitSha the commit that it was made from; may be empty
 * @param createdBy who deployed it
 * @param createdAt when
 */
public record Version(
        long id,
        WorkerId worker,
        Artifact artifact,
        List<String> command,
        Health health,
        OptionalInt port,
        int replicas,
        String strategy,
        String commitSha,
        UserId createdBy,
        Instant createdAt) {

    public Version {
        command = List.copyOf(command);
    }

    /** Returns what differs from {@code earlier}, by the names that clients know it by. */
    public List<String> changesSince(Version earlier) {
        Map<String, Function<Version, Object>> parts = new LinkedHashMap<>();
        parts.put("artifact", Version::artifact);
        parts.put("command", Version::command);
        parts.put("health", Version::health);
        parts.put("port", Version::port);
        parts.put("replicas", Version::replicas);
        parts.put("strategy", Version::strategy);
        parts.put("commit_sha", Version::commitSha);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().apply(this).equals(part.getValue().apply(earlier)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
