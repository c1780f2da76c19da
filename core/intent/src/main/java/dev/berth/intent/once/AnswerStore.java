package dev.berth.intent.once;

import dev.berth.model.TenantId;
import java.util.Optional;

/** Where the answers are kept, encrypted. Every method needs a transaction. */
public interface AnswerStore {

    /**
     * Takes the key of {@code request} for it; returns false where it is taken. Of several at once
     * one takes it, and the others wait until it is committed.
     */
    boolean take(KeyedRequest request);

    /** Keeps what is answered to the request that took its key. */
    void keep(KeyedRequest request, Answer answer);

    /** Returns what is kept under a key. */
    Optional<KeptAnswer> find(TenantId tenant, IdempotencyKey key);
}
