package dev.berth.intent.usage;

import dev.berth.intent.Transactions;
import dev.berth.intent.usage.ResourceUsageStore.Period;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;

/** Shows a tenant what its resources were used for. */
public final class ResourceUsages {

    private final Transactions transactions;
    private final ResourceUsageStore store;

    /** Creates it over where reports are kept. */
    public ResourceUsages(Transactions transactions, ResourceUsageStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Returns the use of each resource of the caller's tenant in {@code period}. */
    public Paged<ResourceUsage> list(Caller caller, Period period, Page page) {
        return transactions.call(() -> store.list(caller.tenant(), period, page));
    }
}
