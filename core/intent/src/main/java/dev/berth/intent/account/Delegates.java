package dev.berth.intent.account;

import dev.berth.model.Caller;
import dev.berth.model.UserId;
import java.util.Optional;

/** Knows users for whom another part of Berth asks, which has proved that it is one. */
@FunctionalInterface
public interface Delegates {

    /**
     * Returns {@code user} as one who acts for his personal tenant; empty where there is none.
     * Needs no transaction.
     */
    Optional<Caller> find(UserId user);
}
