package dev.berth.work.audit;

/** Where it is kept who called and was refused. */
@FunctionalInterface
public interface RefusedCalls {

    /** Keeps the call, unless there were many in the last minute. */
    void note(RefusedCall call);
}
