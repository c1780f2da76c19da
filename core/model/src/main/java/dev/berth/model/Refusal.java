package dev.berth.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says no to a caller, with the reason; never a bug of ours. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; each is one HTTP status. */
    public enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        DENIED,
        ABSENT,
        CONFLICT,
        STALE,
        TOO_LARGE,
        UNSUPPORTED,
        IMPOSSIBLE,
        EXHAUSTED,
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient List<Problem> problems;
    private final transient Optional<Duration> retryAfter;

    private Refusal(
            Kind kind, String message, List<Problem> problems, Optional<Duration> retryAfter) {
        super(message);
        this.kind = kind;
        this.problems = List.copyOf(problems);
        this.retryAfter = retryAfter;
    }

    /** Returns a refusal of that kind. */
    public static Refusal of(Kind kind, String message) {
        return new Refusal(kind, message, List.of(), Optional.empty());
    }

    /** Returns the refusal for what was tried too often, and may be tried again after a while. */
    public static Refusal tooOften(String message, Duration retryAfter) {
        return new Refusal(Kind.EXHAUSTED, message, List.of(), Optional.of(retryAfter));
    }

    /** Returns a refusal that lists what is wrong, all of it. */
    public static Refusal of(Kind kind, String attempted, List<Problem> problems) {
        String all = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new Refusal(kind, attempted + ": " + all, problems, Optional.empty());
    }

    /** Returns the refusal for what does not exist, or belongs to somebody else: both alike. */
    public static Refusal absent(String what, String id) {
        return of(Kind.ABSENT, "there is no " + what + " '" + id + "'");
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }

    /** Returns what is wrong, in the order of the request; empty where one sentence says it. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns when to try again; empty where the kind alone says it. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
