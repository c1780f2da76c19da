package dev.berth.store.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM, with what the result is bound to. */
public record AesGcm(SecretKey key, String boundTo) {

    public static final int NONCE_BYTES = 12;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;

    public byte[] encrypt(byte[] nonce, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot encrypt what is of " + boundTo, impossible);
        }
    }

    /** Throws where it was encrypted otherwise, or was changed since. */
    byte[] decrypt(byte[] nonce, byte[] encrypted) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(encrypted);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(UTF_8));
        return cipher;
    }
}
