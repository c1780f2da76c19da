package dev.berth.spi;

/**
 * What one instance may use.
 *
 * @param cpuMillis thousandths of a core, at least 1
 * @param memoryBytes bytes of memory, at least 1
 * @param diskBytes bytes of disk, at least 1
 */
public record Limits(long cpuMillis, long memoryBytes, long diskBytes) {

    public Limits {
        if (cpuMillis < 1 || memoryBytes < 1 || diskBytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
