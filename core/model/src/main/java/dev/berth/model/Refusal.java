package dev.berth.model;

import java.util.List;
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

    private Refusal(Kind kind, String message, List<Problem> problems) {
        super(message);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** Returns a refusal of that kind. */
    public static Refusal of(Kind kind, String message) {
        return new Refusal(kind, message, List.of());
    }

    /** Returns a refusal that lists what is wrong, all of it. */
    public static Refusal of(Kind kind, String attempted, List<Problem> problems) {
        String all = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new Refusal(kind, attempted + ": " + all, problems);
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
}
