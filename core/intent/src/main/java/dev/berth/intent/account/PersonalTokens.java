package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Lets users make, list and revoke their own personal access tokens. */
public final class PersonalTokens {

    /** How many a user may have that may be used. */
    public static final int MOST = 100;

    private final Transactions transactions;
    private final TokenStore tokens;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates it; {@code random} has to be one that nobody can foretell. */
    public PersonalTokens(
            Transactions transactions,
            TokenStore tokens,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a token with no more rights than {@code caller} has, and returns it this once. */
    public Made create(Caller caller, TokenRequest request) {
        // as exactly as it is kept, so that it reads the same ever after
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Rights rights = request.rights(caller.rights(), now);
        TokenId id = new TokenId(UUID.randomUUID());
        Token token = new Token(id, request.name(), rights, now, Optional.empty());
        String text = PersonalToken.random(random);
        transactions.run(() -> add(caller.user(), token, TokenHash.of(text)));
        return new Made(token, text);
    }

    /** Lists the caller's tokens, oldest first, expired ones too until they are revoked. */
    public Paged<Token> list(Caller caller, Page page) {
        return transactions.call(() -> tokens.list(caller.user(), page));
    }

    /** Revokes one of the caller's tokens; it is of no use from then on. */
    public void revoke(Caller caller, String id) {
        TokenId token = TokenId.parse(id).orElseThrow(() -> Refusal.absent("token", id));
        transactions.run(
                () -> {
                    Deed.on("token", token);
                    if (!tokens.revoke(caller.user(), token, clock.instant())) {
                        throw Refusal.absent("token", id);
                    }
                });
    }

    private void add(UserId user, Token token, TokenHash hash) {
        tokens.lock(user);
        // one that has expired gives its name back
        tokens.revokeExpired(user, token.name(), token.createdAt());
        if (tokens.named(user, token.name())) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot make the token: you have one with the name '%s'; revoke that, or choose"
                                    .formatted(token.name())
                            + " another name");
        }
        if (tokens.living(user, token.createdAt()) >= MOST) {
            throw Refusal.of(
                    Refusal.Kind.EXHAUSTED,
                    "cannot make the token: you have %d, which is the most; revoke one"
                            .formatted(MOST));
        }
        tokens.add(user, token, hash);
        note(token);
    }

    private static void note(Token token) {
        Deed deed =
                Deed.on("token", token.id())
                        .changed("name", token.name())
                        .changed("scopes", String.join(" ", token.rights().words()));
        token.rights().until().ifPresent(end -> deed.changed("expires_at", end));
    }

    /**
     * A token that was just made.
     *
     * @param token what is kept of it
     * @param text what proves it; nobody can show it again
     */
    public record Made(Token token, String text) {

        @Override
        public String toString() {
            return "Made[" + token + "]";
        }
    }
}
