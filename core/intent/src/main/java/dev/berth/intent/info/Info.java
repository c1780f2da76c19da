package dev.berth.intent.info;

import dev.berth.intent.Transactions;
import dev.berth.model.ConfiguredExtension;
import java.util.List;

/** Says what this Berth can do. */
@SuppressWarnings("AvoidCommonTypeNames") // nobody here imports ProcessHandle.Info
public final class Info {

    private final Transactions transactions;
    private final Extensions extensions;

    /** Creates it over what Inner published. */
    public Info(Transactions transactions, Extensions extensions) {
        this.transactions = transactions;
        this.extensions = extensions;
    }

    /** Returns the configured instances, by kind and name. */
    public List<ConfiguredExtension> extensions() {
        return transactions.call(extensions::all);
    }
}
