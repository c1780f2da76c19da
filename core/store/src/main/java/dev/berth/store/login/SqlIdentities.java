package dev.berth.store.login;

import dev.berth.intent.login.Identity;
import dev.berth.intent.login.IdentityStore;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps who is whom at providers. */
public final class SqlIdentities implements IdentityStore {

    private static final String ADD =
            """
            INSERT INTO identities (id, user_id, provider, issuer, subject, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String OF =
            """
            SELECT id, user_id, provider, issuer, subject, created_at FROM identities
            WHERE user_id = ? ORDER BY created_at, id
            """;

    private final JpaTransactions transactions;

    public SqlIdentities(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<UserId> user(String issuer, String subject) {
        return transactions
                .sql()
                .first(
                        "SELECT user_id FROM identities WHERE issuer = ? AND subject = ?",
                        row -> new UserId(new Columns(row).id("user_id")),
                        issuer,
                        subject);
    }

    @Override
    public void add(Identity identity) {
        var _ =
                transactions
                        .sql()
                        .update(
                                ADD,
                                identity.id(),
                                identity.user().value(),
                                identity.provider(),
                                identity.issuer(),
                                identity.subject(),
                                identity.createdAt());
    }

    @Override
    public List<Identity> of(UserId user) {
        return transactions.sql().query(OF, SqlIdentities::read, user.value());
    }

    @Override
    public boolean remove(UserId user, UUID id) {
        return transactions
                        .sql()
                        .update(
                                "DELETE FROM identities WHERE user_id = ? AND id = ?",
                                user.value(),
                                id)
                > 0;
    }

    private static Identity read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Identity(
                columns.id("id"),
                new UserId(columns.id("user_id")),
                columns.text("provider"),
                columns.text("issuer"),
                columns.text("subject"),
                columns.moment("created_at"));
    }
}
