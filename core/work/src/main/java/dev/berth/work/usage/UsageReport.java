package dev.berth.work.usage;

import dev.berth.model.ResourceType;
import dev.berth.model.UserId;
import java.time.Instant;

/**
 * What a resource was used for in a span of time.
 *
 * @param user whose it is
 * @param type what it is
 * @param resource its id
 * @param datachange by how many bytes its data grew, or shrank where it is negative
 * @param start when the span began
 * @param end when it ended
 */
public record UsageReport(
        UserId user,
        ResourceType type,
        String resource,
        long datachange,
        Instant start,
        Instant end) {}
