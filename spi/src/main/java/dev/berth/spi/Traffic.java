package dev.berth.spi;

import java.time.Duration;

/**
 * What a router saw of one release.
 *
 * @param inFlight requests without an answer yet
 * @param requests requests answered
 * @param errors those answered with 500 to 599, or not at all
 * @param latency the median time to the answer's first byte, over the last minute
 */
public record Traffic(long inFlight, long requests, long errors, Duration latency) {

    /** No traffic at all. */
    public static final Traffic NONE = new Traffic(0, 0, 0, Duration.ZERO);

    /**
     * Returns what came after {@code earlier}; all of it where the router has begun to count anew
     * since. In flight and latency are those of now.
     */
    public Traffic since(Traffic earlier) {
        boolean anew = requests < earlier.requests || errors < earlier.errors;
        return anew
                ? this
                : new Traffic(
                        inFlight, requests - earlier.requests, errors - earlier.errors, latency);
    }
}
