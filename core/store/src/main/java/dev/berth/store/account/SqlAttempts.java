package dev.berth.store.account;

import dev.berth.intent.account.AttemptKey;
import dev.berth.intent.account.AttemptStore;
import dev.berth.intent.account.Attempts;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Counts attempts, one row for each thing that is tried. */
public final class SqlAttempts implements AttemptStore {

    // the update that changes nothing locks the row, and shows it as others left it
    private static final String LOCK =
            """
            INSERT INTO attempts (key, count, free_at, forget_at) VALUES (?, 0, ?, ?)
            ON CONFLICT (key) DO UPDATE SET count = attempts.count
            RETURNING count, free_at, forget_at
            """;
    private static final String SWEEP =
            """
            DELETE FROM attempts WHERE key IN (
                SELECT key FROM attempts WHERE forget_at < ?
                ORDER BY forget_at LIMIT 10 FOR UPDATE SKIP LOCKED)
            """;

    private final JpaTransactions transactions;

    public SqlAttempts(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Attempts> lock(AttemptKey key) {
        return transactions
                .sql()
                .first(LOCK, SqlAttempts::read, key.sha256(), Instant.EPOCH, Instant.EPOCH);
    }

    @Override
    public void put(AttemptKey key, Attempts attempts) {
        var _ =
                transactions
                        .sql()
                        .update(
                                """
                                UPDATE attempts SET count = ?, free_at = ?, forget_at = ?
                                WHERE key = ?
                                """,
                                attempts.count(),
                                attempts.freeAt(),
                                attempts.forgetAt(),
                                key.sha256());
    }

    @Override
    public void forget(AttemptKey key) {
        var _ = transactions.sql().update("DELETE FROM attempts WHERE key = ?", key.sha256());
    }

    @Override
    public void sweep(Instant now) {
        var _ = transactions.sql().update(SWEEP, now);
    }

    private static Attempts read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Attempts(
                columns.whole("count"), columns.moment("free_at"), columns.moment("forget_at"));
    }
}
