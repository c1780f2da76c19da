package dev.berth.store.tenant;

import dev.berth.intent.tenant.InvitationStore;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keeps invitations. */
public final class SqlInvitations implements InvitationStore {

    private static final String PUT =
            """
            INSERT INTO invitations (id, tenant_id, email, role, invited_by, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, email)
            DO UPDATE SET id = EXCLUDED.id, role = EXCLUDED.role, invited_by = EXCLUDED.invited_by,
                created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at
            """;

    private static final String TAKE =
            "WITH taken AS (DELETE FROM invitations WHERE email = ? AND expires_at > ?";
    // who is a member already keeps the role that he has
    private static final String JOIN =
            """
             RETURNING tenant_id, role)
            INSERT INTO members (tenant_id, user_id, role)
            SELECT tenant_id, ?, role FROM taken
            ON CONFLICT (tenant_id, user_id) DO NOTHING
            RETURNING role
            """;

    private final JpaTransactions transactions;

    public SqlInvitations(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(Invitation invitation, UserId invitedBy, Instant now) {
        var _ =
                sql().update(
                                PUT,
                                invitation.id().value(),
                                invitation.tenant().value(),
                                invitation.email().value(),
                                invitation.role().word(),
                                invitedBy.value(),
                                now,
                                invitation.expiresAt());
    }

    @Override
    public Optional<Invitation> find(TenantId tenant, InvitationId id) {
        return sql().first(
                        """
                SELECT id, tenant_id, email, role, expires_at FROM invitations
                WHERE tenant_id = ? AND id = ?
                """,
                        SqlInvitations::invitation,
                        tenant.value(),
                        id.value());
    }

    @Override
    public void remove(TenantId tenant, InvitationId id) {
        var _ =
                sql().update(
                                "DELETE FROM invitations WHERE tenant_id = ? AND id = ?",
                                tenant.value(),
                                id.value());
    }

    @Override
    public boolean invited(Email email, Instant now) {
        return sql().first(
                        "SELECT id FROM invitations WHERE email = ? AND expires_at > ? LIMIT 1",
                        _ -> true,
                        email.value(),
                        now)
                .isPresent();
    }

    @Override
    public Optional<Role> accept(TenantId tenant, UserId user, Email email, Instant now) {
        return sql().first(
                        TAKE + " AND tenant_id = ?" + JOIN,
                        SqlInvitations::role,
                        email.value(),
                        now,
                        tenant.value(),
                        user.value());
    }

    @Override
    public void acceptAll(UserId user, Email email, Instant now) {
        var _ = sql().query(TAKE + JOIN, SqlInvitations::role, email.value(), now, user.value());
    }

    private static Role role(ResultSet row) throws SQLException {
        return Words.read(Role.class, row.getString("role"));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Invitation(
                new InvitationId(columns.id("id")),
                new TenantId(columns.id("tenant_id")),
                new Email(columns.text("email")),
                role(row),
                columns.moment("expires_at"));
    }

    private Sql sql() {
        return transactions.sql();
    }
}
