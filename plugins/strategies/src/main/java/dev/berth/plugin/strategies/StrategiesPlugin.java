package dev.berth.plugin.strategies;

import dev.berth.spi.ConfigType;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import java.util.List;

/** Adds the strategies {@code blue-green}, {@code canary}, {@code recreate}, {@code rolling}. */
public final class StrategiesPlugin implements Plugin {

    @Override
    public List<Extension<?>> extensions() {
        return List.of(
                new Extension.Strategies<>(
                        "blue-green",
                        ConfigType.of(BlueGreenConfig.class),
                        (config, _) -> config.strategy()),
                new Extension.Strategies<>(
                        "canary",
                        ConfigType.of(CanaryConfig.class),
                        (config, _) -> config.strategy()),
                new Extension.Strategies<>(
                        "recreate",
                        ConfigType.of(RecreateConfig.class),
                        (config, _) -> new RecreateStrategy(config.drainTimeout())),
                new Extension.Strategies<>(
                        "rolling",
                        ConfigType.of(RollingConfig.class),
                        (config, _) -> config.strategy()));
    }
}
