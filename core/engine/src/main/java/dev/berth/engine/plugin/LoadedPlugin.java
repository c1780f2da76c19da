package dev.berth.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A plugin that is in use; lets go of its layer and its copy when it is closed. */
public final class LoadedPlugin implements PluginStage, AutoCloseable {

    private record Content(PluginLayer layer, List<LoadedExtension<?>> extensions) {}

    private final Path directory;
    private final Path copy;
    private final ModuleDescriptor main;
    private volatile Optional<Content> content;
    private volatile PluginState state = PluginState.ACTIVE;

    LoadedPlugin(ResolvedPlugin resolved, PluginLayer layer, List<LoadedExtension<?>> extensions) {
        directory = resolved.directory();
        copy = resolved.copy();
        main = resolved.main();
        content = Optional.of(new Content(layer, extensions));
    }

    /** Returns the name of its module. */
    public String name() {
        return main.name();
    }

    /** Returns the version of its module, or nothing where it has none. */
    public String version() {
        return main.rawVersion().orElse("");
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public PluginState state() {
        return state;
    }

    /** Returns its extensions; none once it is closed. */
    public List<LoadedExtension<?>> extensions() {
        return content.map(Content::extensions).orElse(List.of());
    }

    /** Says that its instances are being closed and no new one may be made. Idempotent. */
    public void drain() {
        if (state == PluginState.ACTIVE) {
            state = PluginState.DRAINING;
        }
    }

    /**
     * Lets go of all that was loaded and removes the copy; its instances are closed. Idempotent.
     */
    @Override
    public void close() {
        drain();
        content.ifPresent(loaded -> loaded.layer().close());
        content = Optional.empty();
        PrivateFiles.delete(copy);
        state = PluginState.UNLOADED;
    }
}
