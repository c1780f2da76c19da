package dev.berth.store.account;

import dev.berth.intent.account.Delegates;
import dev.berth.model.Caller;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds users by their ids. */
public record SqlDelegates(JpaTransactions transactions) implements Delegates {

    private static final String FIND =
            """
            SELECT u.id, u.email, t.id AS tenant, m.role
            FROM users u JOIN tenants t ON t.personal_of = u.id
                JOIN members m ON m.tenant_id = t.id AND m.user_id = u.id
            WHERE u.id = ?
            """;

    @Override
    public Optional<Caller> find(UserId user) {
        return transactions.statement(sql -> sql.first(FIND, SqlDelegates::caller, user.value()));
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Caller(
                new UserId(columns.id("id")),
                columns.text("email"),
                new TenantId(columns.id("tenant")),
                Words.read(Role.class, columns.text("role")),
                Optional.empty());
    }
}
