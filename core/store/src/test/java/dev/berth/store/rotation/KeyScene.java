package dev.berth.store.rotation;

import dev.berth.store.InnerStore;
import dev.berth.store.OuterStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeyFile;
import dev.berth.store.cipher.ConfigKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** A database whose rows are encrypted by a key in a file, which is rotated. */
record KeyScene(World world, Tenant tenant, ConfigKeyFile file, OuterStore outer, InnerStore inner)
        implements AutoCloseable {

    static final ConfigKey FIRST = ConfigKey.random(new SecureRandom());

    static KeyScene in(Path directory) {
        World world = new World();
        ConfigKeyFile file = new ConfigKeyFile(directory.resolve("config-key"));
        file.write(List.of(FIRST));
        return new KeyScene(
                world,
                world.tenant(),
                file,
                OuterStore.open(world.database.outer(), ConfigKeys.in(file.path())),
                InnerStore.open(world.database.inner(), ConfigKeys.in(file.path())));
    }

    KeyRotation.Result rotate() throws SQLException {
        return rotate(_ -> {});
    }

    KeyRotation.Result rotate(LongConsumer progress) throws SQLException {
        try (Connection owner = world.database.owner().getConnection()) {
            return new KeyRotation(owner, file.path()).rotate(progress);
        }
    }

    @Override
    public void close() {
        inner.close();
        outer.close();
        world.close();
    }
}
