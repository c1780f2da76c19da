package dev.berth.store.account;

import dev.berth.intent.account.TokenHash;
import dev.berth.intent.account.TokenHolder;
import dev.berth.intent.account.TokenStore;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import dev.berth.store.sql.JpaTransactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keeps personal access tokens; whose they are is in every condition. */
public final class JpaTokens implements TokenStore {

    private static final String OWN =
            " FROM TokenRow t WHERE t.userId = :user AND t.revokedAt IS NULL";
    private static final String REVOKE =
            "UPDATE TokenRow t SET t.revokedAt = :now WHERE t.userId = :user"
                    + " AND t.revokedAt IS NULL";

    private static final String HOLDER =
            """
            SELECT h.id AS token, h.name, h.sha256, h.scopes, h.created_at, h.expires_at,
                h.last_used_at, u.id, u.email, t.id AS tenant, m.role
            FROM tokens h JOIN users u ON u.id = h.user_id
                JOIN tenants t ON t.personal_of = u.id
                JOIN members m ON m.tenant_id = t.id AND m.user_id = u.id
            WHERE h.sha256 = ? AND h.revoked_at IS NULL
            """;
    // whoever comes second at the same time need not wait to find that it is noted
    private static final String USED =
            """
            UPDATE tokens SET last_used_at = ? WHERE id = (
                SELECT id FROM tokens
                WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)
                FOR UPDATE SKIP LOCKED)
            """;

    private final JpaTransactions transactions;

    public JpaTokens(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void lock(UserId user) {
        transactions.sql().lock("tokens of " + user);
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
        return transactions.statement(
                sql ->
                        sql.first(HOLDER, JpaTokens::held, hash.bytes())
                                .filter(held -> held.hash().equals(hash))
                                .map(Held::holder));
    }

    @Override
    public void used(TokenId token, Instant now, Instant before) {
        var _ = transactions.statement(sql -> sql.update(USED, now, token.value(), before));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(TokenHash.read(row.getBytes("sha256")), TokenMapper.holder(row));
    }

    private record Held(TokenHash hash, TokenHolder holder) {}

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
