package dev.berth.intent.audit;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;
import java.util.ArrayList;
import java.util.List;

/** Keeps a log in memory. */
public final class InMemoryAudit implements AuditStore {

    private final FakeTransactions transactions;
    private final List<NewEntry> entries = new ArrayList<>();

    /** Creates it empty. */
    public InMemoryAudit(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Returns what was added; needs no transaction. */
    public List<NewEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void add(NewEntry entry) {
        transactions.mustBeOpen();
        entries.add(entry);
    }

    @Override
    public Paged<Entry> list(TenantId tenant, EntryFilter filter, Page page) {
        transactions.mustBeOpen();
        return new Paged<>(List.of(), entries.size());
    }
}
