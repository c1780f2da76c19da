package dev.berth.rest;

import dev.berth.model.Refusal;
import jakarta.ws.rs.core.Response;

/** Says what HTTP statuses mean here. */
final class Statuses {

    private Statuses() {}

    static int of(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case DENIED -> 403;
            case ABSENT -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case IMPOSSIBLE -> 422;
            case EXHAUSTED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return status == 422 ? "Unprocessable Content" : "Error";
    }

    /** Returns what to tell a client when the framework, not Berth, refused. */
    static String detail(int status) {
        return switch (status) {
            case 400 -> "the request is malformed";
            case 401 -> "a bearer token is needed";
            case 403 -> "this is not allowed";
            case 404 -> "there is nothing at this path";
            case 405 -> "this path does not take that method; the header Allow says which";
            case 406 -> "no media type that the header Accept names is available here";
            case 413 -> "the request is too large";
            case 415 -> "this path does not take a body of that Content-Type";
            case 503 -> "this is not available now; try again in a moment";
            default ->
                    status < 500
                            ? "the request cannot be served"
                            : "something went wrong here; the log knows more by the request_id";
        };
    }
}
