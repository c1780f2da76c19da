package dev.berth.rest;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How something thrown is answered.
 *
 * @param status the status
 * @param detail what to tell the client
 * @param errors what is wrong with the request
 * @param headers headers that belong to the status
 * @param bug whether it belongs into the log: nobody but us can mend it
 */
record Failure(
        int status, String detail, List<Problem> errors, Map<String, String> headers, boolean bug) {

    private static final String SOON = "5";
    private static final String LATER = "30";

    Failure {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    static Failure of(Throwable thrown) {
        Optional<Refusal> refusal = refusal(thrown);
        if (refusal.isPresent()) {
            return of(refusal.get());
        }
        return thrown instanceof WebApplicationException refused
                ? of(refused.getResponse().getStatus())
                : of(500);
    }

    private static Failure of(Refusal refusal) {
        return new Failure(
                Statuses.of(refusal.kind()),
                refusal.getMessage(),
                refusal.problems(),
                headers(refusal),
                false);
    }

    private static Failure of(int status) {
        return new Failure(status, Statuses.detail(status), List.of(), Map.of(), status == 500);
    }

    private static Map<String, String> headers(Refusal refusal) {
        return refusal.retryAfter()
                .map(pause -> Map.of("Retry-After", Long.toString(pause.toSeconds())))
                .orElseGet(() -> headers(refusal.kind()));
    }

    private static Map<String, String> headers(Refusal.Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
            case UNAVAILABLE -> Map.of("Retry-After", SOON);
            case EXHAUSTED -> Map.of("Retry-After", LATER);
            case MALFORMED, DENIED, ABSENT, CONFLICT, STALE, TOO_LARGE, UNSUPPORTED, IMPOSSIBLE ->
                    Map.of();
        };
    }

    /** The framework wraps what a reader of bodies throws. */
    private static Optional<Refusal> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
