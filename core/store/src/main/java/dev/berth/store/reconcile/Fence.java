package dev.berth.store.reconcile;

import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;

/** Keeps out runs whose claim is no longer the worker's latest. */
record Fence(JpaTransactions transactions, Claim claim) {

    private static final String LATEST =
            "SELECT worker_id FROM worker_status WHERE worker_id = ? AND attempt = ? FOR UPDATE";

    /**
     * Throws {@link LeaseLost}, or holds off other claims until the transaction of {@code sql}
     * ends.
     */
    void check(Sql sql) {
        mustBe(sql.first(LATEST, _ -> true, claim.worker().value(), claim.attempt()).isPresent());
    }

    /**
     * Runs a statement for the latest claim, and throws {@link LeaseLost} for any other. What
     * follows {@code WITH latest AS (…)} does something for each row of {@code latest} alone, and
     * returns one row where there is one.
     */
    void statement(String rest, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = claim.worker().value();
        all[1] = claim.attempt();
        System.arraycopy(values, 0, all, 2, values.length);
        String text = "WITH latest AS (" + LATEST + ") " + rest;
        mustBe(transactions.statement(sql -> sql.first(text, _ -> true, all)).isPresent());
    }

    private void mustBe(boolean latest) {
        if (!latest) {
            throw new LeaseLost(claim);
        }
    }
}
