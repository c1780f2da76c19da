package dev.berth.store.account;

import dev.berth.intent.account.Account;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.account.NewAccount;
import dev.berth.model.Caller;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps users and their sessions. */
public final class JpaAccounts implements Accounts {

    private static final String BY_SESSION =
            """
            SELECT u.id, u.email, t.id AS tenant, m.role
            FROM sessions h JOIN users u ON u.id = h.user_id
                JOIN tenants t ON t.personal_of = u.id
                JOIN members m ON m.tenant_id = t.id AND m.user_id = u.id
            WHERE h.id = ? AND h.ended_at IS NULL AND h.expires_at > ?
            """;

    private final JpaTransactions transactions;

    public JpaAccounts(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean anyone() {
        return !entities()
                .createQuery("SELECT u.id FROM UserRow u", UUID.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void add(NewAccount account, Instant now) {
        if (byEmail(account.account().email()).isPresent()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot add the user: there is one with the address '"
                            + account.account().email()
                            + "'");
        }
        AccountRows.of(account, now).forEach(this::save);
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return entities()
                .createQuery("SELECT u FROM UserRow u WHERE u.email = :email", UserRow.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst()
                .map(row -> new Account(new UserId(row.id), row.email, row.passwordHash));
    }

    @Override
    public void openSession(UUID session, UserId user, Instant expires) {
        SessionRow row = new SessionRow();
        row.id = session;
        row.userId = user.value();
        row.expiresAt = expires;
        save(row);
    }

    @Override
    public void setPassword(UserId user, String passwordHash) {
        var _ =
                transactions
                        .sql()
                        .update(
                                "UPDATE users SET password_hash = ? WHERE id = ?",
                                passwordHash,
                                user.value());
    }

    @Override
    public void endSessions(UserId user, Instant now) {
        entities()
                .createQuery(
                        "UPDATE SessionRow s SET s.endedAt = :now"
                                + " WHERE s.userId = :user AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("user", user.value())
                .executeUpdate();
    }

    @Override
    public void endSession(UUID session, Instant now) {
        entities()
                .createQuery(
                        "UPDATE SessionRow s SET s.endedAt = :now"
                                + " WHERE s.id = :session AND s.endedAt IS NULL")
                .setParameter("now", now)
                .setParameter("session", session)
                .executeUpdate();
    }

    @Override
    public Optional<Caller> bySession(UUID session, Instant now) {
        return transactions.statement(
                sql ->
                        sql.first(
                                BY_SESSION,
                                row -> caller(row, Optional.of(session)),
                                session,
                                now));
    }

    @Override
    public Optional<ProjectId> project(TenantId tenant, String name) {
        return entities()
                .createQuery(
                        "SELECT p.id FROM ProjectRow p"
                                + " WHERE p.tenantId = :tenant AND p.name = :name",
                        UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(ProjectId::new);
    }

    private static Caller caller(ResultSet row, Optional<UUID> session) throws SQLException {
        return new Caller(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                new TenantId(row.getObject("tenant", UUID.class)),
                Words.read(Role.class, row.getString("role")),
                session);
    }

    // flushed one by one: JPA does not see which row needs which
    private void save(Object row) {
        entities().persist(row);
        entities().flush();
    }

    private EntityManager entities() {
        return transactions.entities();
    }
}
