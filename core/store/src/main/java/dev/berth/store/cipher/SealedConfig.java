package dev.berth.store.cipher;

import dev.berth.store.sql.Columns;
import java.sql.SQLException;
import java.util.Optional;

/** What is kept of a configuration. */
public final class SealedConfig {

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
    public static SealedConfig of(Columns columns) throws SQLException {
        return new SealedConfig(
                columns.text("key_id"),
                columns.optionalBytes("data_key"),
                columns.bytes("nonce"),
                columns.bytes("ciphertext"));
    }

    public String keyId() {
        return keyId;
    }

    /** The key of this alone, wrapped; empty in rows of before: the config key encrypts those. */
    public Optional<byte[]> dataKey() {
        return dataKey;
    }

    public byte[] nonce() {
        return nonce;
    }

    public byte[] ciphertext() {
        return ciphertext;
    }
}
