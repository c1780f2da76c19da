package dev.berth.store.cipher;

import dev.berth.model.Configuration;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts configurations, each with a key of its own that a config key wraps, and bound to their
 * tenant and worker, so that none can be read as another's.
 */
public final class ConfigCipher {

    private final ConfigKeys keys;
    private final SecureRandom random = new SecureRandom();

    public ConfigCipher(ConfigKeys keys) {
        this.keys = keys;
    }

    public SealedConfig seal(UUID tenant, String worker, Configuration configuration) {
        byte[] dataKey = bytes(ConfigKey.LENGTH);
        byte[] nonce = bytes(AesGcm.NONCE_BYTES);
        byte[] ciphertext =
                new AesGcm(aes(dataKey), owner(tenant, worker))
                        .encrypt(nonce, ConfigJson.write(configuration));
        ConfigKey key = keys.current();
        return new SealedConfig(
                key.id(), Optional.of(wrap(key, tenant, worker, dataKey)), nonce, ciphertext);
    }

    public Configuration open(UUID tenant, String worker, SealedConfig sealed) {
        ConfigKey key = key(worker, sealed);
        try {
            if (sealed.dataKey().isEmpty()) {
                return ConfigJson.readVariables(decrypt(key.key(), tenant, worker, sealed));
            }
            byte[] dataKey = unwrap(key, tenant, worker, sealed.dataKey().get());
            return ConfigJson.read(decrypt(aes(dataKey), tenant, worker, sealed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw changed(worker);
        }
    }

    /** Returns the same, wrapped by the current key; what it holds is not looked at. */
    public SealedConfig rewrap(UUID tenant, String worker, SealedConfig sealed) {
        if (sealed.dataKey().isEmpty()) {
            return seal(tenant, worker, open(tenant, worker, sealed));
        }
        ConfigKey before = key(worker, sealed);
        ConfigKey now = keys.current();
        try {
            byte[] dataKey = unwrap(before, tenant, worker, sealed.dataKey().get());
            return new SealedConfig(
                    now.id(),
                    Optional.of(wrap(now, tenant, worker, dataKey)),
                    sealed.nonce(),
                    sealed.ciphertext());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw changed(worker);
        }
    }

    private ConfigKey key(String worker, SealedConfig sealed) {
        return keys.find(sealed.keyId())
                .orElseThrow(
                        () ->
                                new UnreadableConfig(
                                        worker,
                                        "it was encrypted with key %s, and this server has key %s; give it the config key that it had before"
                                                .formatted(sealed.keyId(), keys.ids())));
    }

    private byte[] wrap(ConfigKey key, UUID tenant, String worker, byte[] dataKey) {
        byte[] nonce = bytes(AesGcm.NONCE_BYTES);
        byte[] wrapped = new AesGcm(key.key(), ownerOfKey(tenant, worker)).encrypt(nonce, dataKey);
        return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
    }

    private static byte[] unwrap(ConfigKey key, UUID tenant, String worker, byte[] wrapped)
            throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES);
        return new AesGcm(key.key(), ownerOfKey(tenant, worker))
                .decrypt(nonce, Arrays.copyOfRange(wrapped, AesGcm.NONCE_BYTES, wrapped.length));
    }

    private static byte[] decrypt(SecretKey key, UUID tenant, String worker, SealedConfig sealed)
            throws GeneralSecurityException {
        return new AesGcm(key, owner(tenant, worker)).decrypt(sealed.nonce(), sealed.ciphertext());
    }

    private static UnreadableConfig changed(String worker) {
        return new UnreadableConfig(
                worker,
                "its row was changed or cut off; restore the row from a backup, or delete the"
                        + " worker and make it anew");
    }

    private static String owner(UUID tenant, String worker) {
        return tenant + "/" + worker;
    }

    private static String ownerOfKey(UUID tenant, String worker) {
        return tenant + "/" + worker + "/key";
    }

    private static SecretKey aes(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
