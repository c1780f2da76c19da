package dev.berth.intent.report;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Refusal;

/** Shows operators what each user holds. */
public final class Reports {

    private final Transactions transactions;
    private final OperatorStore operators;
    private final ReportStore store;

    /** Creates it over who is an operator, and what was found. */
    public Reports(Transactions transactions, OperatorStore operators, ReportStore store) {
        this.transactions = transactions;
        this.operators = operators;
        this.store = store;
    }

    /** Returns users with what they hold; refuses whoever is no operator. */
    public Paged<ReportedUser> list(Caller caller, Page page) {
        return transactions.call(
                () -> {
                    if (!operators.has(caller.user())) {
                        throw Refusal.of(
                                Refusal.Kind.DENIED,
                                "this is for operators: the first administrator is one");
                    }
                    return store.list(page);
                });
    }
}
