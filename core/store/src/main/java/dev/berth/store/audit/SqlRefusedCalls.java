package dev.berth.store.audit;

import dev.berth.store.sql.JpaTransactions;
import dev.berth.work.audit.RefusedCall;
import dev.berth.work.audit.RefusedCalls;

/** Keeps them in the audit log, by the one function that lets Inner write there. */
public record SqlRefusedCalls(JpaTransactions transactions) implements RefusedCalls {

    private static final String NOTE = "SELECT note_refused_call(?, ?, ?, ?) IS NULL AS done";

    @Override
    public void note(RefusedCall call) {
        transactions.run(
                () ->
                        transactions
                                .sql()
                                .first(
                                        NOTE,
                                        row -> row.getBoolean("done"),
                                        call.method(),
                                        call.path(),
                                        call.source(),
                                        call.requestId()));
    }
}
