package dev.berth.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much somebody has of one thing.
 *
 * @param quota the name of the thing, as quotas have it
 * @param used how much there is
 * @param limit how much there may be; empty where there is no limit
 */
public record Holding(String quota, long used, OptionalLong limit) {

    /** Returns what is wrong with it; empty where there is no more than there may be. */
    Optional<String> difference() {
        return limit.isPresent() && used > limit.getAsLong()
                ? Optional.of(
                        "the quota '%s' is %d, and %d are held"
                                .formatted(quota, limit.getAsLong(), used))
                : Optional.empty();
    }
}
