package dev.berth.store.login;

import dev.berth.intent.login.BegunLogin;
import dev.berth.intent.login.LoginStore;
import dev.berth.intent.login.ProvenLogin;
import dev.berth.model.UserId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps logins that are not at their end; who removes one has it, and nobody else. */
public final class SqlLogins implements LoginStore {

    private static final String BEGIN =
            """
            INSERT INTO begun_logins (key, provider, path, link, expires_at)
            VALUES (?, ?, ?::text, ?::uuid, ?)
            """;
    private static final String CLAIM =
            """
            DELETE FROM begun_logins WHERE key = ? AND expires_at > ? RETURNING provider, path, link
            """;
    private static final String PROVE =
            """
            INSERT INTO proven_logins (key, provider, user_id, expires_at) VALUES (?, ?, ?, ?)
            """;
    private static final String TAKE =
            """
            DELETE FROM proven_logins WHERE key = ? AND expires_at > ? RETURNING provider, user_id
            """;
    private static final String SWEEP =
            """
            DELETE FROM %1$s WHERE key IN (
                SELECT key FROM %1$s WHERE expires_at < ?
                ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            """;

    private final JpaTransactions transactions;

    public SqlLogins(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void begin(String key, BegunLogin login, Instant expires) {
        var _ =
                transactions
                        .sql()
                        .update(
                                BEGIN,
                                key,
                                login.provider(),
                                login.path(),
                                login.link().map(UserId::value),
                                expires);
    }

    @Override
    public Optional<BegunLogin> claim(String key, Instant now) {
        return transactions.sql().first(CLAIM, SqlLogins::begun, key, now);
    }

    @Override
    public void prove(String key, ProvenLogin login, Instant expires) {
        var _ =
                transactions
                        .sql()
                        .update(PROVE, key, login.provider(), login.user().value(), expires);
    }

    @Override
    public Optional<ProvenLogin> take(String key, Instant now) {
        return transactions.sql().first(TAKE, SqlLogins::proven, key, now);
    }

    @Override
    public void sweep(Instant now) {
        var _ = transactions.sql().update(SWEEP.formatted("begun_logins"), now);
        var _ = transactions.sql().update(SWEEP.formatted("proven_logins"), now);
    }

    private static BegunLogin begun(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new BegunLogin(
                columns.text("provider"),
                columns.optionalText("path"),
                Optional.<UUID>ofNullable(columns.id("link")).map(UserId::new));
    }

    private static ProvenLogin proven(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new ProvenLogin(columns.text("provider"), new UserId(columns.id("user_id")));
    }
}
