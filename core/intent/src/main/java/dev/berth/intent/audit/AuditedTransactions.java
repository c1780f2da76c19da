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
        T result = transactions.call(() -> noted(deed, work));
        deed.keep();
        return result;
    }

    private <T> T noted(Deed deed, Supplier<T> work) {
        // work that lost a race is run again
        deed.forget();
        T result = work.get();
        deed.done().ifPresent(store::add);
        return result;
    }
}
