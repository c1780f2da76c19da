package dev.berth.bench.pretending;

import dev.berth.spi.ConfigType;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import dev.berth.testkit.PretendedMachine;
import dev.berth.testkit.PretendingRuntime;
import java.util.List;

/** Adds the runtime {@code pretending}. */
public final class PretendingPlugin implements Plugin {

    @Override
    public List<Extension<?>> extensions() {
        return List.of(
                new Extension.Runtimes<>(
                        "pretending",
                        ConfigType.of(PretendingConfig.class),
                        (config, _) ->
                                new SleepingRuntime(
                                        new PretendingRuntime(new PretendedMachine()),
                                        config.pause())));
    }
}
