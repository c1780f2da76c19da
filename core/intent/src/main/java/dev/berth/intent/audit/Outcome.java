package dev.berth.intent.audit;

import java.util.Locale;

/** What became of a request for a change. */
public enum Outcome {
    /** It is committed. */
    DONE,
    /** It was refused. */
    REFUSED,
    /** It failed by a fault of Berth's. */
    FAILED;

    private static final int REFUSALS = 400;
    private static final int FAULTS = 500;

    /** Returns the outcome that an HTTP status tells. */
    static Outcome of(int status) {
        if (status < REFUSALS) {
            return DONE;
        }
        return status < FAULTS ? REFUSED : FAILED;
    }

    /** Returns its name as clients read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
