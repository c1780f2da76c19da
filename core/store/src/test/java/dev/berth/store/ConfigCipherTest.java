package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfigCipherTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final String WORKER = "0a1b2c3d";
    private static final Map<String, String> ENV = Map.of("PASSWORD", "hunter2", "EMPTY", "");

    private final ConfigCipher cipher = new ConfigCipher(key(1));
    private final SealedConfig sealed = cipher.seal(TENANT, WORKER, ENV);

    @Test
    void whatIsSealedIsOpened() {
        assertThat(cipher.open(TENANT, WORKER, sealed)).isEqualTo(ENV);
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        SealedConfig again = cipher.seal(TENANT, WORKER, ENV);

        assertThat(again.nonce).isNotEqualTo(sealed.nonce);
        assertThat(again.ciphertext).isNotEqualTo(sealed.ciphertext);
    }

    @Test
    void anotherKeyIsNamed() {
        ConfigCipher other = new ConfigCipher(key(2));

        assertThatThrownBy(() -> other.open(TENANT, WORKER, sealed))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("worker '" + WORKER + "'")
                .hasMessageContaining("encrypted with key " + key(1).id())
                .hasMessageContaining("this server has key " + key(2).id());
    }

    @Test
    void aRowThatWasCutOffIsRefused() {
        refused(TENANT, WORKER, Arrays.copyOf(sealed.ciphertext, sealed.ciphertext.length - 1));
        refused(TENANT, WORKER, new byte[0]);
    }

    @Test
    void aRowThatWasChangedIsRefused() {
        byte[] changed = sealed.ciphertext.clone();
        changed[0] ^= 1;

        refused(TENANT, WORKER, changed);
    }

    @Test
    void aRowOfAnotherIsRefused() {
        refused(TENANT, "ffffffff", sealed.ciphertext);
        refused(UUID.randomUUID(), WORKER, sealed.ciphertext);
    }

    private void refused(UUID tenant, String worker, byte[] ciphertext) {
        SealedConfig wrong = new SealedConfig(sealed.keyId, sealed.nonce, ciphertext);

        assertThatThrownBy(() -> cipher.open(tenant, worker, wrong))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("was changed or cut off")
                .hasMessageNotContaining("hunter2");
    }

    private static ConfigKey key(int first) {
        byte[] bytes = new byte[ConfigKey.LENGTH];
        bytes[0] = (byte) first;
        return ConfigKey.of(bytes);
    }
}
