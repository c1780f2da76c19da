package dev.berth.store.cipher;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The keys that wrap those of configurations: the first of them what is written, any of them what
 * is read. Once seen, a key is known for as long as the process lives: a configuration that was
 * read while its key was being replaced can still be opened.
 */
public final class ConfigKeys {

    private final Supplier<List<ConfigKey>> source;
    private final Map<String, ConfigKey> known = new ConcurrentHashMap<>();

    private ConfigKeys(Supplier<List<ConfigKey>> source) {
        this.source = source;
    }

    /** Returns the one key that there is. */
    public static ConfigKeys of(ConfigKey only) {
        return of(List.of(only));
    }

    /** Returns these keys and no others. */
    public static ConfigKeys of(List<ConfigKey> keys) {
        return new ConfigKeys(() -> keys);
    }

    /** Returns the keys in {@code file}, whatever they are by the time that one is needed. */
    public static ConfigKeys in(Path file) {
        ConfigKeys keys = new ConfigKeys(() -> new ConfigKeyFile(file).read());
        // an unusable file is told at the start, and not by the first request
        keys.load();
        return keys;
    }

    /** Returns the key to write with. */
    ConfigKey current() {
        return load().getFirst();
    }

    /** Returns the key of that id; looks for it anew where it is not known yet. */
    Optional<ConfigKey> find(String id) {
        if (!known.containsKey(id)) {
            load();
        }
        return Optional.ofNullable(known.get(id));
    }

    /** Returns the ids of all, for people. */
    String ids() {
        return load().stream().map(ConfigKey::id).collect(joining(", "));
    }

    private List<ConfigKey> load() {
        List<ConfigKey> keys = source.get();
        keys.forEach(key -> known.put(key.id(), key));
        return keys;
    }
}
