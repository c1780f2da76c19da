package dev.berth.intent.account;

import dev.berth.model.Caller;
import dev.berth.model.Token;

/**
 * A token with who holds it.
 *
 * @param token the token
 * @param caller who, acting for his personal tenant, with the rights of the token
 */
public record TokenHolder(Token token, Caller caller) {}
