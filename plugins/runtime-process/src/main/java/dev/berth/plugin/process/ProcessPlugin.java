package dev.berth.plugin.process;

import dev.berth.spi.ConfigType;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import java.util.List;

/** Adds the runtime {@code process}. */
public final class ProcessPlugin implements Plugin {

    /** Creates it, without doing anything. */
    public ProcessPlugin() {
        // nothing to keep
    }

    @Override
    public List<Extension<?>> extensions() {
        return List.of(
                new Extension.Runtimes<>(
                        "process", ConfigType.of(ProcessConfig.class), ProcessRuntime::new));
    }
}
