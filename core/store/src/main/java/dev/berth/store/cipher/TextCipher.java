package dev.berth.store.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * Encrypts texts with AES-256-GCM and the config key, each bound to what it is of, so that none can
 * be read as another's. What a text is of begins with its kind, which no configuration does.
 */
public final class TextCipher {

    private final ConfigKeys keys;
    private final SecureRandom random = new SecureRandom();

    public TextCipher(ConfigKeys keys) {
        this.keys = keys;
    }

    /** Encrypts with the current key. */
    public SealedText seal(String of, String text) {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        ConfigKey key = keys.current();
        return new SealedText(
                key.id(), nonce, new AesGcm(key.key(), of).encrypt(nonce, text.getBytes(UTF_8)));
    }

    /**
     * Decrypts with whichever key it was encrypted with.
     *
     * @throws IllegalStateException where nobody knows that key, or the row was changed
     */
    public String open(String of, SealedText sealed) {
        ConfigKey key = keys.find(sealed.keyId()).orElseThrow(() -> unknown(of, sealed));
        try {
            byte[] text = new AesGcm(key.key(), of).decrypt(sealed.nonce(), sealed.ciphertext());
            return new String(text, UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(
                    "cannot read the %s: its row was changed or cut off".formatted(of));
        }
    }

    private IllegalStateException unknown(String of, SealedText sealed) {
        return new IllegalStateException(
                "cannot read the %s: it was encrypted with config key %s, and this server has %s"
                        .formatted(of, sealed.keyId(), keys.ids()));
    }
}
