package dev.berth.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts configurations with AES-256-GCM, bound to their tenant and worker, so that none can be
 * read as another's.
 */
final class ConfigCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ConfigKey key;
    private final SecureRandom random = new SecureRandom();

    ConfigCipher(ConfigKey key) {
        this.key = key;
    }

    SealedConfig seal(UUID tenant, String worker, Map<String, String> env) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, tenant, worker, nonce);
            byte[] ciphertext = cipher.doFinal(Json.text(env).getBytes(UTF_8));
            return new SealedConfig(key.id(), nonce, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt a configuration", e);
        }
    }

    Map<String, String> open(UUID tenant, String worker, SealedConfig sealed) {
        if (!sealed.keyId.equals(key.id())) {
            throw new UnreadableConfig(
                    worker,
                    "it was encrypted with key "
                            + sealed.keyId
                            + ", and this server has key "
                            + key.id()
                            + "; give it the config key that it had before");
        }
        return Json.env(decrypt(tenant, worker, sealed));
    }

    private byte[] decrypt(UUID tenant, String worker, SealedConfig sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, tenant, worker, sealed.nonce)
                    .doFinal(sealed.ciphertext);
        } catch (GeneralSecurityException e) {
            throw new UnreadableConfig(
                    worker,
                    "its row was changed or cut off; restore the row from a backup, or deploy the"
                            + " worker again");
        }
    }

    private Cipher cipher(int mode, UUID tenant, String worker, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((tenant + "/" + worker).getBytes(UTF_8));
        return cipher;
    }
}
