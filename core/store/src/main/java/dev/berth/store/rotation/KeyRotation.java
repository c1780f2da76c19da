package dev.berth.store.rotation;

import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeyFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Has a new key wrap all configurations, and encrypt secret keys and kept answers, while servers go
 * on: the new key is put first into the file of the keys, every row is wrapped or encrypted anew,
 * then the old key is retired and taken out. Whoever was interrupted goes on by calling again, and
 * makes no third key by that.
 */
public final class KeyRotation {

    private final Connection owner;
    private final ConfigKeyFile file;

    /** Creates it over a connection of the tables' owner, and the file that the servers read. */
    public KeyRotation(Connection owner, Path file) {
        this.owner = owner;
        this.file = new ConfigKeyFile(file);
    }

    /**
     * What a rotation came to.
     *
     * @param key the id of the key that wraps everything now
     * @param rewrapped how many rows were wrapped or encrypted anew
     * @param resumed whether it ended another one that was interrupted
     */
    public record Result(String key, long rewrapped, boolean resumed) {}

    /**
     * Rotates, and tells every now and then how many rows are done.
     *
     * @throws IllegalStateException where another rotation goes on, or a row cannot be read; the
     *     old key then stays
     */
    public Result rotate(LongConsumer progress) {
        try (RotationLock _ = RotationLock.take(owner)) {
            List<ConfigKey> before = file.read();
            boolean resumed = before.size() > 1;
            List<ConfigKey> keys = resumed ? before : begin(before);
            long rewrapped = new Rewrapping(owner, keys).run(progress);
            ConfigKey only = keys.getFirst();
            file.write(List.of(only));
            return new Result(only.id(), rewrapped, resumed);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "cannot rotate the config key: " + failure.getMessage(), failure);
        }
    }

    private List<ConfigKey> begin(List<ConfigKey> before) {
        ConfigKey fresh = ConfigKey.random(new SecureRandom());
        List<ConfigKey> keys = Stream.concat(Stream.of(fresh), before.stream()).toList();
        file.write(keys);
        return keys;
    }
}
