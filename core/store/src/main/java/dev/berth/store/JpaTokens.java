package dev.berth.store;

import dev.berth.intent.account.TokenHash;
import dev.berth.intent.account.TokenHolder;
import dev.berth.intent.account.TokenStore;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps personal access tokens; whose they are is in every condition. */
final class JpaTokens implements TokenStore {

    private static final String OWN =
            " FROM TokenRow t WHERE t.userId = :user AND t.revokedAt IS NULL";
    private static final String REVOKE =
            "UPDATE TokenRow t SET t.revokedAt = :now WHERE t.userId = :user"
                    + " AND t.revokedAt IS NULL";

    private final JpaTransactions transactions;

    JpaTokens(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void lock(UserId user) {
        transactions
                .sql()
                .query(
                        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                        _ -> true,
                        "tokens of " + user);
    }

    @Override
    public void add(UserId user, Token token, TokenHash hash) {
        entities().persist(TokenMapper.row(user, token, hash));
        entities().flush();
    }

    @Override
    public boolean named(UserId user, String name) {
        return count(user, " AND t.name = :name").setParameter("name", name).getSingleResult() > 0;
    }

    @Override
    public long living(UserId user, Instant now) {
        return count(user, " AND (t.expiresAt IS NULL OR t.expiresAt > :now)")
                .setParameter("now", now)
                .getSingleResult();
    }

    @Override
    public Paged<Token> list(UserId user, Page page) {
        return new Paged<>(
                entities()
                        .createQuery(
                                "SELECT t" + OWN + " ORDER BY t.createdAt, t.id", TokenRow.class)
                        .setParameter("user", user.value())
                        .setMaxResults(page.limit())
                        .setFirstResult(page.offset())
                        .getResultStream()
                        .map(TokenMapper::token)
                        .toList(),
                count(user, "").getSingleResult());
    }

    @Override
    public boolean revoke(UserId user, TokenId token, Instant now) {
        return revoking(user, " AND t.id = :id", now)
                        .setParameter("id", token.value())
                        .executeUpdate()
                > 0;
    }

    @Override
    public void revokeExpired(UserId user, String name, Instant now) {
        revoking(user, " AND t.name = :name AND t.expiresAt <= :now", now)
                .setParameter("name", name)
                .executeUpdate();
    }

    @Override
    public Optional<TokenHolder> holder(TokenHash hash) {
        return entities()
                .createQuery(
                        "SELECT h, u, t.id, m.role FROM TokenRow h"
                                + " JOIN UserRow u ON u.id = h.userId"
                                + " JOIN TenantRow t ON t.personalOf = u.id"
                                + " JOIN MemberRow m ON m.tenantId = t.id AND m.userId = u.id"
                                + " WHERE h.sha256 = :sha256 AND h.revokedAt IS NULL",
                        Object[].class)
                .setParameter("sha256", hash.bytes())
                .getResultStream()
                .filter(found -> TokenHash.read(((TokenRow) found[0]).sha256).equals(hash))
                .findFirst()
                .map(JpaTokens::holder);
    }

    @Override
    public void used(TokenId token, Instant now, Instant before) {
        // whoever comes second at the same time need not wait to find that it is noted
        transactions
                .sql()
                .update(
                        """
                        UPDATE tokens SET last_used_at = ? WHERE id = (
                            SELECT id FROM tokens
                            WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)
                            FOR UPDATE SKIP LOCKED)
                        """,
                        now,
                        token.value(),
                        before);
    }

    private static TokenHolder holder(Object[] found) {
        Token token = TokenMapper.token((TokenRow) found[0]);
        UserRow user = (UserRow) found[1];
        return new TokenHolder(
                token,
                new Caller(
                        new UserId(user.id),
                        user.email,
                        new TenantId((UUID) found[2]),
                        Words.read(Role.class, (String) found[3]),
                        Optional.empty(),
                        token.rights()));
    }

    private TypedQuery<Long> count(UserId user, String condition) {
        return entities()
                .createQuery("SELECT COUNT(t)" + OWN + condition, Long.class)
                .setParameter("user", user.value());
    }

    private Query revoking(UserId user, String condition, Instant now) {
        return entities()
                .createQuery(REVOKE + condition)
                .setParameter("now", now)
                .setParameter("user", user.value());
    }

    private EntityManager entities() {
        return transactions.entities();
    }
}
