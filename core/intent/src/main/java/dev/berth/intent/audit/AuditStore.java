package dev.berth.intent.audit;

import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;

/** Where the log is kept. Nobody changes or removes what is in it. Needs a transaction. */
public interface AuditStore {

    /** Adds an entry to the log of the caller's tenant, else of the actor's personal one. */
    void add(NewEntry entry);

    /** Returns entries of {@code tenant}, newest first. */
    Paged<Entry> list(TenantId tenant, EntryFilter filter, Page page);
}
