package dev.berth.intent.audit;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;

/** Shows a tenant's log, and adds to it what was not done. */
public final class Audit {

    private static final int AWAY = 503;

    private final Transactions transactions;
    private final AuditStore store;

    /** Creates it over where the log is kept. */
    public Audit(Transactions transactions, AuditStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Returns entries of the caller's tenant, newest first. */
    public Paged<Entry> list(Caller caller, EntryFilter filter, Page page) {
        caller.mustBe(Role.ADMIN);
        return transactions.call(() -> store.list(caller.tenant(), filter, page));
    }

    /**
     * Adds what ended with an HTTP status, unless the log has it with its change; not what ended
     * because the database is away.
     */
    public void ended(Deed deed, int status) {
        if (status != AWAY) {
            deed.ended(status).ifPresent(entry -> transactions.run(() -> store.add(entry)));
        }
    }
}
