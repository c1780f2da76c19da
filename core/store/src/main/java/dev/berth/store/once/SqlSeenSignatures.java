package dev.berth.store.once;

import dev.berth.intent.account.SeenSignatures;
import dev.berth.model.UserId;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import java.util.Optional;

/** Notes signatures in a table whose key is the signature. */
public final class SqlSeenSignatures implements SeenSignatures {

    private static final String NOTE =
            """
            INSERT INTO signatures (user_id, mark, idempotency_key) VALUES (?, ?, ?::text)
            ON CONFLICT (user_id, mark) DO NOTHING
            """;
    private static final String SAME =
            """
            SELECT FROM signatures WHERE user_id = ? AND mark = ? AND idempotency_key = ?::text
            """;

    private final JpaTransactions transactions;

    public SqlSeenSignatures(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Sighting note(UserId user, String mark, Optional<String> key) {
        Sql sql = transactions.sql();
        if (sql.update(NOTE, user.value(), mark, key) == 1) {
            return Sighting.FIRST;
        }
        return sql.first(SAME, _ -> true, user.value(), mark, key).isPresent()
                ? Sighting.REPEATED
                : Sighting.REPLAYED;
    }
}
