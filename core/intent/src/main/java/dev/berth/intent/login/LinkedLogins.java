package dev.berth.intent.login;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import java.util.List;

/** Shows a user by which providers he may log in, and takes them away. */
public final class LinkedLogins {

    private final Transactions transactions;
    private final Identities identities;

    /** Creates it over what knows who is whom. */
    public LinkedLogins(Transactions transactions, Identities identities) {
        this.transactions = transactions;
        this.identities = identities;
    }

    /** Returns the caller's, oldest first. */
    public List<Identity> list(Caller caller) {
        return transactions.call(() -> identities.of(caller.user()));
    }

    /** Removes one of the caller's; his sessions stay. */
    public void remove(Caller caller, String id) {
        transactions.run(() -> identities.remove(caller.user(), id));
    }
}
