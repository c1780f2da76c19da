package dev.berth.store;

import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;

/** Keeps out runs whose claim is no longer the worker's latest. */
final class Fence {

    private static final String LATEST =
            "SELECT FROM worker_status WHERE worker_id = ? AND attempt = ? FOR UPDATE";

    private Fence() {}

    /** Throws {@link LeaseLost}, or holds off other claims until the transaction ends. */
    static void check(Sql sql, Claim claim) {
        boolean latest =
                sql.first(LATEST, _ -> true, claim.worker().value(), claim.attempt()).isPresent();
        if (!latest) {
            throw new LeaseLost(claim);
        }
    }
}
