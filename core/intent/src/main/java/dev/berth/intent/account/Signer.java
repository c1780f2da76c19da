package dev.berth.intent.account;

import dev.berth.model.Caller;

/**
 * A user with the key that he signs by.
 *
 * @param caller who, acting for his personal tenant
 * @param key the one that is good now
 */
public record Signer(Caller caller, SigningKey key) {}
