package dev.berth.store.cipher;

import dev.berth.store.sql.Columns;
import java.sql.SQLException;

/** What is kept of a text. */
public final class SealedText {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] ciphertext;

    SealedText(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /** Returns what the columns of a text hold. */
    public static SealedText of(Columns columns) throws SQLException {
        return new SealedText(
                columns.text("key_id"), columns.bytes("nonce"), columns.bytes("ciphertext"));
    }

    public String keyId() {
        return keyId;
    }

    public byte[] nonce() {
        return nonce;
    }

    public byte[] ciphertext() {
        return ciphertext;
    }
}
