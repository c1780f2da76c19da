package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.UserId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Gives users the keys that they sign requests by: one each, and none before he asks for it. */
public final class SecretKeys {

    private final Transactions transactions;
    private final SigningKeyStore keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates it; {@code random} has to be one that nobody can foretell. */
    public SecretKeys(
            Transactions transactions,
            SigningKeyStore keys,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Gives {@code user} a new key and returns it this once; one that he had before is of no use
     * once the transaction is committed. Needs a transaction.
     */
    public SigningKey issue(UserId user) {
        SigningKey key = SigningKey.random(random);
        keys.put(user, key, clock.instant());
        return key;
    }

    /** Gives the caller a new key and returns it this once; the old one is of no use at once. */
    public SigningKey rotate(Caller caller) {
        // who holds the key may do all that the user may, for ever: no way around a token's limits
        if (!caller.rights().equals(Rights.ALL)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "cannot rotate the secret key: the token has not all scopes, or it ends; log"
                            + " in, or use one that has all and no end");
        }
        return transactions.call(
                () -> {
                    Deed.on("user", caller.user());
                    return issue(caller.user());
                });
    }
}
