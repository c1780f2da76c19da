package dev.berth.plugin.edge;

import dev.berth.spi.ConfigType;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import java.util.List;

/** Adds the router {@code edge}. */
public final class EdgePlugin implements Plugin {

    /** Creates one, for {@link java.util.ServiceLoader}. */
    public EdgePlugin() {}

    @Override
    public List<Extension<?>> extensions() {
        return List.of(
                new Extension.Routers<>("edge", ConfigType.of(EdgeConfig.class), EdgeRouter::new));
    }
}
