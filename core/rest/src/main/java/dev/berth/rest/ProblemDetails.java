package dev.berth.rest;

import dev.berth.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a client is told when something went wrong (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says it
 * @param title the status in words
 * @param status the status
 * @param detail what went wrong and what to do
 * @param error the same, for older clients
 * @param requestId names the request in the log
 * @param errors each thing that is wrong with the request
 */
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String error,
        String requestId,
        Optional<List<Problem>> errors) {

    /** The media type of this. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDetails of(int status, String detail, String requestId, List<Problem> errors) {
        return new ProblemDetails(
                "about:blank",
                Statuses.title(status),
                status,
                detail,
                detail,
                requestId,
                errors.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(errors)));
    }
}
