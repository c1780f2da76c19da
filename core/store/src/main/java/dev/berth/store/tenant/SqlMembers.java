package dev.berth.store.tenant;

import dev.berth.intent.tenant.MemberStore;
import dev.berth.intent.tenant.SeenMember;
import dev.berth.model.Email;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps members; the tenant is in every condition. */
public final class SqlMembers implements MemberStore {

    private static final String MEMBER =
            """
            SELECT u.id, u.email, m.role, t.personal_of IS NOT DISTINCT FROM u.id AS personal
            FROM members m JOIN users u ON u.id = m.user_id JOIN tenants t ON t.id = m.tenant_id
            WHERE m.tenant_id = ?
            """;
    private static final String ALL =
            """
            FROM (SELECT u.id, u.email, m.role, NULL::timestamptz AS until
                FROM members m JOIN users u ON u.id = m.user_id WHERE m.tenant_id = ?
                UNION ALL
                SELECT id, email, role, expires_at FROM invitations
                WHERE tenant_id = ? AND expires_at > ?) everybody
            """;
    private final JpaTransactions transactions;

    public SqlMembers(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Role> role(TenantId tenant, UserId user) {
        return transactions.statement(
                sql ->
                        sql.first(
                                "SELECT role FROM members WHERE tenant_id = ? AND user_id = ?",
                                SqlMembers::role,
                                tenant.value(),
                                user.value()));
    }

    @Override
    public void lock(TenantId tenant) {
        transactions.sql().lock("members of " + tenant);
    }

    @Override
    public Paged<SeenMember> list(TenantId tenant, Instant now, Page page) {
        UUID id = tenant.value();
        List<SeenMember> items =
                transactions
                        .sql()
                        .query(
                                "SELECT *"
                                        + ALL
                                        + "ORDER BY until IS NOT NULL, email LIMIT ? OFFSET ?",
                                SqlMembers::seen,
                                id,
                                id,
                                now,
                                page.limit(),
                                page.offset());
        long total =
                transactions
                        .sql()
                        .first("SELECT count(*) " + ALL, row -> row.getLong(1), id, id, now)
                        .orElseThrow();
        return new Paged<>(items, total);
    }

    @Override
    public Optional<Member> find(TenantId tenant, UserId user) {
        return find(tenant, "m.user_id = ?", user.value());
    }

    @Override
    public Optional<Member> find(TenantId tenant, Email email) {
        return find(tenant, "u.email = ?", email.value());
    }

    @Override
    public long owners(TenantId tenant) {
        return transactions
                .sql()
                .first(
                        "SELECT count(*) FROM members WHERE tenant_id = ? AND role = 'owner'",
                        row -> row.getLong(1),
                        tenant.value())
                .orElseThrow();
    }

    @Override
    public void change(TenantId tenant, UserId user, Role role) {
        var _ =
                transactions
                        .sql()
                        .update(
                                "UPDATE members SET role = ? WHERE tenant_id = ? AND user_id = ?",
                                role.word(),
                                tenant.value(),
                                user.value());
    }

    @Override
    public void remove(TenantId tenant, UserId user) {
        var _ =
                transactions
                        .sql()
                        .update(
                                "DELETE FROM members WHERE tenant_id = ? AND user_id = ?",
                                tenant.value(),
                                user.value());
    }

    private Optional<Member> find(TenantId tenant, String condition, Object value) {
        return transactions
                .sql()
                .first(MEMBER + " AND " + condition, SqlMembers::member, tenant.value(), value);
    }

    private static Role role(ResultSet row) throws SQLException {
        return Words.read(Role.class, row.getString("role"));
    }

    private static Member member(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Member(
                new UserId(columns.id("id")),
                columns.text("email"),
                role(row),
                columns.flag("personal"));
    }

    private static SeenMember seen(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new SeenMember(
                columns.id("id"),
                columns.text("email"),
                role(row),
                columns.optionalMoment("until"));
    }
}
