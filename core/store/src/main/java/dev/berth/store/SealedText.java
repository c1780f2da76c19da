package dev.berth.store;

/** What is kept of a text. */
final class SealedText {

    final String keyId;
    final byte[] nonce;
    final byte[] ciphertext;

    SealedText(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }
}
