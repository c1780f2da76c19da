package dev.berth.store;

import java.util.Optional;

/** What is kept of a configuration. */
final class SealedConfig {

    final String keyId;

    /** The key of this alone, wrapped; empty in rows of before: the config key encrypts those. */
    final Optional<byte[]> dataKey;

    final byte[] nonce;
    final byte[] ciphertext;

    SealedConfig(String keyId, Optional<byte[]> dataKey, byte[] nonce, byte[] ciphertext) {
        this.keyId = keyId;
        this.dataKey = dataKey;
        this.nonce = nonce;
        this.ciphertext = ciphertext;
    }
}
