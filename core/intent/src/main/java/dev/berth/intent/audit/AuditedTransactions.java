package dev.berth.intent.audit;

import dev.berth.intent.Transactions;
import java.util.function.Supplier;

/**
 * Transactions that commit the entry of the log together with the {@link Deed} that was noted in
 * them.
 */
public final class AuditedTransactions implements Transactions {

    private final Transactions transactions;
    private final AuditStore store;

    /** Creates it over plain transactions, and where the log is kept. */
    public AuditedTransactions(Transactions transactions, AuditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        Deed deed = Deed.current();
        if (deed.isWhole()) {
            return transactions.call(work);
        }
        T result = transactions.call(() -> noted(deed, work));
        deed.keep();
        return result;
    }

    @Override
    public <T> T whole(Supplier<T> work) {
        Deed deed = Deed.current();
        return transactions.whole(
                () -> {
                    // before what else is done afterwards, which may fail
                    transactions.afterwards(deed::keep);
                    return noted(deed, () -> deed.wholly(work));
                });
    }

    @Override
    public void afterwards(Runnable action) {
        transactions.afterwards(action);
    }

    private <T> T noted(Deed deed, Supplier<T> work) {
        // work that lost a race is run again
        deed.forget();
        T result = work.get();
        deed.done().ifPresent(store::add);
        return result;
    }
}
