package dev.berth.intent.worker;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines of a worker's logs are wanted.
 *
 * @param version of which version; empty for the newest that runs
 * @param follow whether to wait for lines to come
 * @param last how many of the newest lines to begin with, per instance; 0 to 10,000
 * @param since of these, only from then on: a date, or how long ago; empty for any time
 */
public record LogRequest(OptionalLong version, boolean follow, int last, Optional<String> since) {

    public LogRequest {
        if (last < 0 || last > 10_000) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot show logs",
                    List.of(new Problem("/last", "must be 0 to 10000")));
        }
    }
}
