package dev.berth.store;

import dev.berth.store.sql.Columns;
import java.sql.SQLException;
import java.util.Optional;

/** What is kept of a configuration. */
final class SealedConfig {

    private final String keyId;
    private final Optional<byte[]> dataKey;
    private final byte[] nonce;
    private final byte[] ciphertext;

    SealedConfig(String keyId, Optional<byte[]> dataKey, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.dataKey = dataKey;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /** Returns what the columns of a configuration hold. */
    static SealedConfig of(Columns columns) throws SQLException {
        return new SealedConfig(
                columns.text("key_id"),
                columns.optionalBytes("data_key"),
                columns.bytes("nonce"),
                columns.bytes("ciphertext"));
    }

    String keyId() {
        return keyId;
    }

    /** The key of this alone, wrapped; empty in rows of before: the config key encrypts those. */
    Optional<byte[]> dataKey() {
        return dataKey;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] ciphertext() {
        return ciphertext;
    }
}
