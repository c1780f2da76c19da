package dev.berth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts texts with AES-256-GCM and the config key, each bound to what it is of, so that none can
 * be read as another's. What a text is of begins with its kind, which no configuration does.
 */
final class TextCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ConfigKey key;
    private final SecureRandom random = new SecureRandom();

    TextCipher(ConfigKey key) {
        this.key = key;
    }

    SealedText seal(String of, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext =
                    cipher(Cipher.ENCRYPT_MODE, of, nonce).doFinal(text.getBytes(UTF_8));
            return new SealedText(key.id(), nonce, ciphertext);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot encrypt the " + of, impossible);
        }
    }

    String open(String of, SealedText sealed) {
        if (!sealed.keyId.equals(key.id())) {
            throw new IllegalStateException(
                    "cannot read the %s: it was encrypted with config key %s, and this server has %s"
                            .formatted(of, sealed.keyId, key.id()));
        }
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, of, sealed.nonce).doFinal(sealed.ciphertext);
            return new String(text, UTF_8);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException(
                    "cannot read the %s: its row was changed or cut off".formatted(of));
        }
    }

    private Cipher cipher(int mode, String of, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(of.getBytes(UTF_8));
        return cipher;
    }
}
