package dev.berth.store.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfigCipherTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final String WORKER = "0a1b2c3d";
    private static final Configuration CONFIGURATION =
            new Configuration(
                    Map.of("EMPTY", "", "brought", "x"),
                    Map.of("HIDDEN", Optional.empty(), "SET", Optional.of("ä")),
                    Map.of("PASSWORD", "hunter2"));

    private final ConfigCipher cipher = cipher(1);
    private final SealedConfig sealed = cipher.seal(TENANT, WORKER, CONFIGURATION);

    @Test
    void whatIsSealedIsOpened() {
        assertThat(cipher.open(TENANT, WORKER, sealed)).isEqualTo(CONFIGURATION);
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        SealedConfig again = cipher.seal(TENANT, WORKER, CONFIGURATION);

        assertThat(again.nonce()).isNotEqualTo(sealed.nonce());
        assertThat(again.ciphertext()).isNotEqualTo(sealed.ciphertext());
        assertThat(again.dataKey().orElseThrow()).isNotEqualTo(sealed.dataKey().orElseThrow());
    }

    @Test
    void anotherKeyIsNamed() {
        ConfigCipher other = cipher(2);

        assertThatThrownBy(() -> other.open(TENANT, WORKER, sealed))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("worker '" + WORKER + "'")
                .hasMessageContaining("encrypted with key " + key(1).id())
                .hasMessageContaining("this server has key " + key(2).id());
    }

    @Test
    void aRowThatWasCutOffIsRefused() {
        refused(TENANT, WORKER, Arrays.copyOf(sealed.ciphertext(), sealed.ciphertext().length - 1));
        refused(TENANT, WORKER, new byte[0]);
    }

    @Test
    void aRowThatWasChangedIsRefused() {
        byte[] changed = sealed.ciphertext().clone();
        changed[0] ^= 1;

        refused(TENANT, WORKER, changed);
    }

    @Test
    void aRowOfAnotherIsRefused() {
        refused(TENANT, "ffffffff", sealed.ciphertext());
        refused(UUID.randomUUID(), WORKER, sealed.ciphertext());
    }

    @Test
    void whatIsWrappedAnewIsOpenedByTheNewKeyAloneAndHoldsTheSame() {
        ConfigCipher both = new ConfigCipher(ConfigKeys.of(List.of(key(2), key(1))));

        SealedConfig again = both.rewrap(TENANT, WORKER, sealed);

        assertThat(again.keyId()).isEqualTo(key(2).id());
        assertThat(again.ciphertext()).isEqualTo(sealed.ciphertext());
        assertThat(cipher(2).open(TENANT, WORKER, again)).isEqualTo(CONFIGURATION);
        assertThatThrownBy(() -> cipher.open(TENANT, WORKER, again))
                .isInstanceOf(UnreadableConfig.class);
    }

    @Test
    void wrappedKeyOfAnotherOrOneThatWasChangedIsRefused() {
        SealedConfig other = cipher.seal(TENANT, "ffffffff", CONFIGURATION);
        byte[] changed = sealed.dataKey().orElseThrow().clone();
        changed[30] ^= 1;

        refused(TENANT, WORKER, other.dataKey(), sealed.ciphertext());
        refused(TENANT, WORKER, Optional.of(changed), sealed.ciphertext());
        refused(TENANT, WORKER, Optional.of(new byte[3]), sealed.ciphertext());
    }

    private void refused(UUID tenant, String worker, byte[] ciphertext) {
        refused(tenant, worker, sealed.dataKey(), ciphertext);
    }

    private void refused(UUID tenant, String worker, Optional<byte[]> dataKey, byte[] ciphertext) {
        SealedConfig wrong = new SealedConfig(sealed.keyId(), dataKey, sealed.nonce(), ciphertext);

        assertThatThrownBy(() -> cipher.open(tenant, worker, wrong))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("was changed or cut off")
                .hasMessageNotContaining("hunter2");
    }

    private static ConfigCipher cipher(int first) {
        return new ConfigCipher(ConfigKeys.of(key(first)));
    }

    private static ConfigKey key(int first) {
        byte[] bytes = new byte[ConfigKey.LENGTH];
        bytes[0] = (byte) first;
        return ConfigKey.of(bytes);
    }
}
