package dev.berth.store;

/** What is kept of a configuration. */
final class SealedConfig {

    final String keyId;
    final byte[] nonce;
    final byte[] ciphertext;

    SealedConfig(String keyId, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }
}
