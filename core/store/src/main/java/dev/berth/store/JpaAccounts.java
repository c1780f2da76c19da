package dev.berth.store;

import dev.berth.intent.account.Account;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.account.NewAccount;
import dev.berth.model.Caller;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps users and their sessions. */
final class JpaAccounts implements Accounts {

    private static final String PERSONAL =
            " JOIN UserRow u ON u.id = h.userId"
                    + " JOIN TenantRow t ON t.personalOf = u.id"
                    + " JOIN MemberRow m ON m.tenantId = t.id AND m.userId = u.id";

    private final JpaTransactions transactions;

    JpaAccounts(JpaTransactions transactions) {
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
        return entities()
                .createQuery(
                        "SELECT u, t.id, m.role FROM SessionRow h"
                                + PERSONAL
                                + " WHERE h.id = :session AND h.endedAt IS NULL"
                                + " AND h.expiresAt > :now",
                        Object[].class)
                .setParameter("session", session)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(found -> caller(found, Optional.of(session)));
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

    private static Caller caller(Object[] found, Optional<UUID> session) {
        UserRow user = (UserRow) found[0];
        return new Caller(
                new UserId(user.id),
                user.email,
                new TenantId((UUID) found[1]),
                Words.read(Role.class, (String) found[2]),
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
