package dev.berth.model;

import java.time.Duration;

/**
 * What one instance of a worker uses.
 *
 * @param release the release that it runs
 * @param version the version of that
 * @param instance its number
 * @param cpu the processor time that it has taken since it was started
 * @param memoryBytes the memory that it holds now
 */
public record InstanceUse(
        long release, long version, int instance, Duration cpu, long memoryBytes) {}
