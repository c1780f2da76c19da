package dev.berth.identity;

/**
 * What a guess at a password costs.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over it
 * @param parallelism lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    /** What OWASP recommends. */
    public static final Argon2Cost OWASP = new Argon2Cost(19_456, 2, 1);
}
