package dev.berth.store.account;

import dev.berth.intent.account.CodeStore;
import dev.berth.intent.account.Origin;
import dev.berth.model.Email;
import dev.berth.store.sql.JpaTransactions;
import java.time.Instant;
import java.util.Optional;

/** Keeps the hashes of codes that were mailed. */
public final class SqlCodes implements CodeStore {

    private static final String PUT =
            """
            INSERT INTO codes (email, origin, hash, expires_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (email, origin)
            DO UPDATE SET hash = EXCLUDED.hash, tries = 0, expires_at = EXCLUDED.expires_at
            """;
    private static final String ATTEMPT =
            """
            UPDATE codes SET tries = tries + 1
            WHERE email = ? AND origin = ? AND expires_at > ? AND tries < ?
            RETURNING hash
            """;
    private static final String SWEEP =
            """
            DELETE FROM codes WHERE (email, origin) IN (
                SELECT email, origin FROM codes WHERE expires_at < ?
                ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            """;

    private final JpaTransactions transactions;

    public SqlCodes(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(Email email, Origin origin, String hash, Instant expires) {
        var _ = transactions.sql().update(PUT, email.value(), origin.network(), hash, expires);
    }

    @Override
    public Optional<String> attempt(Email email, Origin origin, Instant now, int most) {
        return transactions
                .sql()
                .first(
                        ATTEMPT,
                        row -> row.getString("hash"),
                        email.value(),
                        origin.network(),
                        now,
                        most);
    }

    @Override
    public boolean remove(Email email, Origin origin, String hash) {
        return transactions
                        .sql()
                        .update(
                                "DELETE FROM codes WHERE email = ? AND origin = ? AND hash = ?",
                                email.value(),
                                origin.network(),
                                hash)
                > 0;
    }

    @Override
    public void sweep(Instant now) {
        var _ = transactions.sql().update(SWEEP, now);
    }
}
