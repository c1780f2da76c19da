package dev.berth.work;

import dev.berth.model.ConfiguredExtension;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.OperationContext;
import dev.berth.spi.Router;
import dev.berth.spi.WorkerRuntime;
import java.util.List;
import java.util.function.Consumer;

/**
 * The configured instances of extensions. Calls into them are bounded by a deadline and by slots
 * per instance, and fail with {@link dev.berth.spi.PluginException} or, for a bug, with {@link
 * PluginBug}.
 */
public interface Plugins {

    /** Returns a configured runtime; throws {@code INVALID} where there is none of that name. */
    WorkerRuntime runtime(String name);

    /** Returns the configured router. */
    Router router();

    /** Returns a configured strategy; throws {@code INVALID} where there is none of that name. */
    DeployStrategy strategy(String name);

    /** Returns what a plugin is told of the operation of {@code claim}. */
    OperationContext operation(Claim claim, Consumer<String> progress);

    /** Returns all configured instances, working or not. */
    List<ConfiguredExtension> configured();
}
