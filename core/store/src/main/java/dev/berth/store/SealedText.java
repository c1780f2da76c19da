package dev.berth.store;

import dev.berth.store.sql.Columns;
import java.sql.SQLException;

/** What is kept of a text. */
final class SealedText {

    private final String keyId;
    private final byte[] nonce;
    private final byte[] ciphertext;

    SealedText(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }

    /** Returns what the columns of a text hold. */
    static SealedText of(Columns columns) throws SQLException {
        return new SealedText(
                columns.text("key_id"), columns.bytes("nonce"), columns.bytes("ciphertext"));
    }

    String keyId() {
        return keyId;
    }

    byte[] nonce() {
        return nonce;
    }

    byte[] ciphertext() {
        return ciphertext;
    }
}
