package dev.berth.plugin.strategies;

import dev.berth.spi.ConfigType;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import java.util.List;

/** Adds the strategy {@code recreate}. */
public final class StrategiesPlugin implements Plugin {

    @Override
    public List<Extension<?>> extensions() {
        return List.of(
                new Extension.Strategies<>(
                        "recreate",
                        ConfigType.of(RecreateConfig.class),
                        (config, _) -> new RecreateStrategy(config)));
    }
}
