package dev.berth.spi;

import java.time.Duration;

/**
 * What one instance of a release uses.
 *
 * @param instance its number
 * @param cpu the processor time that it has taken since it was started
 * @param memoryBytes the memory that it holds now, without what the machine could take back
 */
public record InstanceUsage(int instance, Duration cpu, long memoryBytes) {}
