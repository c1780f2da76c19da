package dev.berth.intent.login;

import dev.berth.intent.account.Account;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.account.Newcomers;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Email;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Knows who is whom at providers. What binds a user is a provider's id of him; an address binds
 * nobody unless an operator has said that this provider's may. Every method needs a transaction.
 */
public final class Identities {

    private static final int MOST = 20;

    private final IdentityStore store;
    private final Accounts accounts;
    private final Newcomers newcomers;
    private final InstantSource clock;

    /** Creates it over where users are kept. */
    public Identities(
            IdentityStore store, Accounts accounts, Newcomers newcomers, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.newcomers = newcomers;
        this.clock = clock;
    }

    /** Returns those of {@code user}, oldest first. */
    List<Identity> of(UserId user) {
        return store.of(user);
    }

    /** Removes one of {@code user}; refuses where he has no such. */
    void remove(UserId user, String id) {
        Deed.on("identity", id);
        if (!parse(id).map(known -> store.remove(user, known)).orElse(false)) {
            throw Refusal.absent("linked login", id);
        }
    }

    /** Makes {@code user} known by an identity. Idempotent; refuses where another user is. */
    void link(UserId user, String provider, ProvenIdentity identity) {
        Deed.by(user);
        Optional<UserId> known = store.user(identity.issuer(), identity.subject());
        if (known.isPresent() && !known.get().equals(user)) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot link the login: another user here logs in by it; unlink it there");
        }
        if (known.isEmpty()) {
            mayHaveMore(user);
            bind(user, provider, identity);
        }
    }

    /** Returns the user whom a provider speaks of; makes him where he may come in. */
    UserId userOf(ProvenIdentity identity, LoginOption option) {
        Optional<UserId> known = store.user(identity.issuer(), identity.subject());
        known.ifPresent(Deed::by);
        return known.orElseGet(() -> stranger(identity, option));
    }

    private UserId stranger(ProvenIdentity identity, LoginOption option) {
        Email email = identity.email().orElseThrow(Identities::withoutEmail);
        UserId user =
                accounts.byEmail(email.value())
                        .map(account -> same(account, option))
                        .orElseGet(() -> admitted(email, option));
        bind(user, option.name(), identity);
        return user;
    }

    private UserId admitted(Email email, LoginOption option) {
        if (!newcomers.welcomes(email, option.admission())) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "cannot log in: nobody here is linked to you there, and registration is"
                            + " closed; have yourself invited by the address that you have there");
        }
        return newcomers.admitWithoutPassword(email).user();
    }

    private UserId same(Account account, LoginOption option) {
        if (!option.linksByEmail()) {
            Deed.claimed(Optional.of(account.user()));
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot log in: there is an account with this address, which is not linked to"
                            + " '%s'; log in to it as you did so far, and link it there"
                                    .formatted(option.name()));
        }
        mayHaveMore(account.user());
        return account.user();
    }

    private void mayHaveMore(UserId user) {
        if (store.of(user).size() >= MOST) {
            throw Refusal.of(
                    Refusal.Kind.EXHAUSTED,
                    "cannot link the login: there are %d already; unlink one".formatted(MOST));
        }
    }

    private void bind(UserId user, String provider, ProvenIdentity identity) {
        UUID id = UUID.randomUUID();
        store.add(
                new Identity(
                        id,
                        user,
                        provider,
                        identity.issuer(),
                        identity.subject(),
                        clock.instant()));
        Deed.by(user);
        Deed.on("identity", id).changed("provider", provider);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Refusal withoutEmail() {
        return Refusal.of(
                Refusal.Kind.DENIED,
                "cannot log in: nobody here is linked to you there, and the provider tells no"
                        + " address of yours that it has made sure of; confirm one there, or log in"
                        + " here and link it");
    }
}
