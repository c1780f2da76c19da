package dev.berth.work;

/** Ends a run whose claim is no longer the worker's latest: somebody else goes on. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates one for {@code claim}. */
    public LeaseLost(Claim claim) {
        super("worker '" + claim.worker() + "' was claimed after attempt " + claim.attempt());
    }
}
