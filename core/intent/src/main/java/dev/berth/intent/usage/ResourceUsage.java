package dev.berth.intent.usage;

import dev.berth.model.ResourceType;
import java.time.Instant;

/**
 * What a resource was used for in some time, as far as it was reported.
 *
 * @param type what it is
 * @param resource its id
 * @param datachange by how many bytes its data grew, or shrank where it is negative
 * @param reports in how many spans
 * @param from when the first of them began
 * @param to when the last of them ended
 */
public record ResourceUsage(
        ResourceType type,
        String resource,
        long datachange,
        long reports,
        Instant from,
        Instant to) {}
