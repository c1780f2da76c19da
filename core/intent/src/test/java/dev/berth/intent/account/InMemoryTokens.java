package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps tokens for the length of a test; transactions come one after the other anyway. */
final class InMemoryTokens implements TokenStore {

    private final FakeTransactions transactions;
    private final InMemoryAccounts accounts;
    private final List<Kept> kept = new ArrayList<>();
    private int notes;

    InMemoryTokens(FakeTransactions transactions, InMemoryAccounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /** Returns how often a use was noted; needs no transaction. */
    int notes() {
        return notes;
    }

    /** Returns whose the first token is; needs no transaction. */
    UserId owner() {
        return kept.getFirst().user();
    }

    @Override
    public void lock(UserId user) {
        transactions.mustBeOpen();
    }

    @Override
    public void add(UserId user, Token token, TokenHash hash) {
        transactions.mustBeOpen();
        kept.add(new Kept(user, token, hash));
    }

    @Override
    public boolean named(UserId user, String name) {
        return of(user).anyMatch(token -> token.name().equals(name));
    }

    @Override
    public long living(UserId user, Instant now) {
        return of(user).filter(token -> token.lives(now)).count();
    }

    @Override
    public Paged<Token> list(UserId user, Page page) {
        List<Token> all = of(user).toList();
        return new Paged<>(
                all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    @Override
    public boolean revoke(UserId user, TokenId token, Instant now) {
        return remove(user, one -> one.id().equals(token));
    }

    @Override
    public void revokeExpired(UserId user, String name, Instant now) {
        remove(user, one -> one.name().equals(name) && !one.lives(now));
    }

    @Override
    public Optional<TokenHolder> holder(TokenHash hash) {
        return kept.stream().filter(one -> one.hash().equals(hash)).findAny().map(this::holder);
    }

    @Override
    public void used(TokenId id, Instant now, Instant before) {
        notes++;
        kept.replaceAll(one -> one.token().id().equals(id) ? one.used(now) : one);
    }

    private Stream<Token> of(UserId user) {
        transactions.mustBeOpen();
        return kept.stream().filter(one -> one.user().equals(user)).map(Kept::token);
    }

    private boolean remove(UserId user, Predicate<Token> which) {
        transactions.mustBeOpen();
        return kept.removeIf(one -> one.user().equals(user) && which.test(one.token()));
    }

    private TokenHolder holder(Kept one) {
        return new TokenHolder(one.token(), accounts.caller(one.user(), one.token().rights()));
    }

    private record Kept(UserId user, Token token, TokenHash hash) {

        Kept used(Instant now) {
            return new Kept(
                    user,
                    new Token(
                            token.id(),
                            token.name(),
                            token.rights(),
                            token.createdAt(),
                            Optional.of(now)),
                    hash);
        }
    }
}
