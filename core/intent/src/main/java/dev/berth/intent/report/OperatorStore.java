package dev.berth.intent.report;

import dev.berth.model.UserId;

/** Who runs this Berth. Every method needs a transaction. */
public interface OperatorStore {

    /** Returns whether {@code user} is one of them. */
    boolean has(UserId user);

    /** Makes {@code user} one of them. */
    void add(UserId user);
}
