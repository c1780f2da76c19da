package dev.berth.store.account;

import dev.berth.intent.account.Signer;
import dev.berth.intent.account.SigningKey;
import dev.berth.intent.account.SigningKeyStore;
import dev.berth.model.Caller;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.cipher.SealedText;
import dev.berth.store.cipher.TextCipher;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps the keys that users sign by; each is bound to its user. */
public final class SqlSigningKeys implements SigningKeyStore {

    /** What a key is of, in the words of SQL. */
    public static final String OF = "'secret key of user ' || user_id";

    private static final String PUT =
            """
            INSERT INTO signing_keys (user_id, key_id, nonce, ciphertext, created_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET key_id = excluded.key_id, nonce = excluded.nonce,
                ciphertext = excluded.ciphertext, created_at = excluded.created_at
            """;
    private static final String SIGNER =
            """
            SELECT k.key_id, k.nonce, k.ciphertext, u.id, u.email, t.id AS tenant, m.role
            FROM signing_keys k JOIN users u ON u.id = k.user_id
                JOIN tenants t ON t.personal_of = u.id
                JOIN members m ON m.tenant_id = t.id AND m.user_id = u.id
            WHERE k.user_id = ?
            """;

    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final JpaTransactions transactions;
    private final TextCipher cipher;
    private final SealedText nobodys;

    public SqlSigningKeys(JpaTransactions transactions, TextCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
        this.nobodys = cipher.seal(of(NOBODY), "a key that is about as long as the others");
    }

    @Override
    public void put(UserId user, SigningKey key, Instant now) {
        SealedText sealed = cipher.seal(of(user), key.text());
        var _ =
                transactions
                        .sql()
                        .update(
                                PUT,
                                user.value(),
                                sealed.keyId(),
                                sealed.nonce(),
                                sealed.ciphertext(),
                                now);
    }

    @Override
    public Optional<Signer> signer(UserId user) {
        Optional<Kept> kept = transactions.sql().first(SIGNER, SqlSigningKeys::kept, user.value());
        // so that nobody can tell by the time whether there is one
        String text =
                cipher.open(
                        of(kept.map(_ -> user).orElse(NOBODY)),
                        kept.map(Kept::sealed).orElse(nobodys));
        return kept.map(Kept::caller).map(caller -> new Signer(caller, new SigningKey(text)));
    }

    private static String of(UserId user) {
        return "secret key of user " + user;
    }

    private record Kept(SealedText sealed, Caller caller) {}

    private static Kept kept(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Kept(
                SealedText.of(columns),
                new Caller(
                        new UserId(columns.id("id")),
                        columns.text("email"),
                        new TenantId(columns.id("tenant")),
                        Words.read(Role.class, columns.text("role")),
                        Optional.empty()));
    }
}
