package dev.berth.intent.report;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.UserId;
import java.util.HashSet;
import java.util.Set;

/** Keeps operators for the length of a test. */
public final class InMemoryOperators implements OperatorStore {

    private final FakeTransactions transactions;
    private final Set<UserId> operators = new HashSet<>();

    /** Creates it empty. */
    public InMemoryOperators(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean has(UserId user) {
        transactions.mustBeOpen();
        return operators.contains(user);
    }

    @Override
    public void add(UserId user) {
        transactions.mustBeOpen();
        operators.add(user);
    }
}
