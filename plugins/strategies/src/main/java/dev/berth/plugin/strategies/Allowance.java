package dev.berth.plugin.strategies;

import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Traffic;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How much worse than the previous release a candidate may do.
 *
 * @param requests how many requests each must have answered before anything is decided
 * @param errors how many more of a hundred may fail; one that fails alone decides nothing
 * @param slower how many times slower the median may be, after {@code slack}
 * @param slack how much slower the median may be in any case
 */
record Allowance(int requests, double errors, double slower, Duration slack) {

    /** Refuses settings that make no sense. */
    static void check(int requests, double errors, double slower, Duration slack) {
        Checks.mustBe(requests >= 1, "min-requests must be at least 1");
        Checks.mustBe(errors >= 0 && errors <= 100, "max-errors must be 0 to 100 percent");
        Checks.mustBe(slower >= 1, "max-slowdown must be at least 1");
        Checks.notNegative("latency-slack", slack);
    }

    /** Returns in numbers why the candidate does worse than is allowed; empty while it does not. */
    Optional<String> fault(Member candidate, Member previous) {
        Traffic seen = candidate.recent();
        if (seen.requests() < requests) {
            return Optional.empty();
        }
        Traffic reference = reference(previous);
        return errors(seen, reference).or(() -> latency(seen, reference));
    }

    /** What the previous release does now, or, where that is too little, what it did before. */
    private Traffic reference(Member previous) {
        Traffic now = previous.recent();
        return now.requests() >= requests ? now : previous.before();
    }

    private Optional<String> errors(Traffic seen, Traffic reference) {
        double allowed = rate(reference) + errors;
        boolean many = seen.errors() > 1 && rate(seen) > allowed;
        return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%s of the new release failed, %s of the previous one;"
                                        + " at most %.1f %% are allowed",
                                failed(seen),
                                failed(reference),
                                Math.min(allowed, 100)))
                .filter(_ -> many);
    }

    private Optional<String> latency(Traffic seen, Traffic reference) {
        if (reference.requests() < requests || reference.latency().isZero()) {
            return Optional.empty();
        }
        double allowed = millis(reference.latency()) * slower + millis(slack);
        return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "the median answer of the new release takes %.0f ms over %d"
                                        + " requests, of the previous one %.0f ms;"
                                        + " at most %.0f ms are allowed",
                                millis(seen.latency()),
                                seen.requests(),
                                millis(reference.latency()),
                                allowed))
                .filter(_ -> millis(seen.latency()) > allowed);
    }

    private static String failed(Traffic seen) {
        return String.format(
                Locale.ROOT,
                "%d of %d requests (%.1f %%)",
                seen.errors(),
                seen.requests(),
                rate(seen));
    }

    private static double rate(Traffic seen) {
        return seen.requests() == 0 ? 0 : 100.0 * seen.errors() / seen.requests();
    }

    private static double millis(Duration latency) {
        return latency.toNanos() / 1e6;
    }
}
