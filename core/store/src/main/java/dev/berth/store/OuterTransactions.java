package dev.berth.store;

import dev.berth.intent.Transactions;
import dev.berth.store.sql.JpaTransactions;
import java.util.function.Supplier;

/** Transactions as Outer's use cases see them; what Inner uses must not know Outer's ports. */
record OuterTransactions(JpaTransactions transactions) implements Transactions {

    @Override
    public <T> T call(Supplier<T> work) {
        return transactions.call(work);
    }

    @Override
    public <T> T whole(Supplier<T> work) {
        return transactions.whole(work);
    }

    @Override
    public void afterwards(Runnable action) {
        transactions.afterwards(action);
    }
}
