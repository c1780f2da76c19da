package dev.berth.intent.login;

import java.net.URI;

/**
 * Says who somebody is. Where a provider does not answer, or not as it should, the refusal is of
 * kind {@code UNAVAILABLE}; it is {@code UNAUTHENTICATED} where what it answers proves nothing.
 */
public interface LoginProvider {

    /** Returns what the operator has set. */
    LoginOption option();

    /** Returns where the browser has to go. */
    URI authorization(Ticket ticket);

    /** Returns who the user is of whom the provider speaks, for the browser with that ticket. */
    ProvenIdentity prove(Return back, Ticket ticket);
}
