package dev.berth.store;

import dev.berth.intent.account.Signer;
import dev.berth.intent.account.SigningKey;
import dev.berth.intent.account.SigningKeyStore;
import dev.berth.model.Caller;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the keys that users sign by; each is bound to its user. */
final class SqlSigningKeys implements SigningKeyStore {

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

    // in the place where configurations have their worker's id, which has 8 characters
    private static final String WHAT = "signing-key";
    private static final String MEMBER = "secret_key";
    private static final UUID NOBODY = new UUID(0, 0);

    private final JpaTransactions transactions;
    private final ConfigCipher cipher;
    private final SealedConfig nobodys;

    SqlSigningKeys(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
        this.nobodys = seal(NOBODY, new SigningKey("a key that is as long as all the others are"));
    }

    @Override
    public void put(UserId user, SigningKey key, Instant now) {
        SealedConfig sealed = seal(user.value(), key);
        var _ =
                transactions
                        .sql()
                        .update(
                                PUT,
                                user.value(),
                                sealed.keyId,
                                sealed.nonce,
                                sealed.ciphertext,
                                now);
    }

    @Override
    public Optional<Signer> signer(UserId user) {
        Optional<Kept> kept = transactions.sql().first(SIGNER, SqlSigningKeys::kept, user.value());
        // so that nobody can tell by the time whether there is one
        SigningKey key =
                open(
                        kept.map(_ -> user.value()).orElse(NOBODY),
                        kept.map(Kept::sealed).orElse(nobodys));
        return kept.map(Kept::caller).map(caller -> new Signer(caller, key));
    }

    private SealedConfig seal(UUID user, SigningKey key) {
        return cipher.seal(user, WHAT, Map.of(MEMBER, key.text()));
    }

    private SigningKey open(UUID user, SealedConfig sealed) {
        return new SigningKey(cipher.open(user, WHAT, sealed).get(MEMBER));
    }

    private record Kept(SealedConfig sealed, Caller caller) {}

    private static Kept kept(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Kept(
                new SealedConfig(
                        columns.text("key_id"),
                        columns.bytes("nonce"),
                        columns.bytes("ciphertext")),
                new Caller(
                        new UserId(columns.id("id")),
                        columns.text("email"),
                        new TenantId(columns.id("tenant")),
                        Words.read(Role.class, columns.text("role")),
                        Optional.empty()));
    }
}
