package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.InstanceUse;
import dev.berth.model.Worker;
import java.util.List;

/** Shows what the instances of workers use. */
public final class Usages {

    private final Transactions transactions;
    private final Workers workers;
    private final InnerUsage inner;

    /** Creates it over where workers are kept, and Inner. */
    public Usages(Transactions transactions, Workers workers, InnerUsage inner) {
        this.transactions = transactions;
        this.workers = workers;
        this.inner = inner;
    }

    /** Returns what each running instance of a worker of the caller's tenant uses. */
    public List<InstanceUse> of(Caller caller, String id) {
        Worker worker = transactions.call(() -> workers.existing(caller, id));
        return inner.of(worker.id());
    }
}
