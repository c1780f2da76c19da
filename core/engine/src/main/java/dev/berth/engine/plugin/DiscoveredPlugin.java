package dev.berth.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory that should hold the jars of one plugin. */
record DiscoveredPlugin(Path directory) implements PluginStage {

    @Override
    public PluginState state() {
        return PluginState.DISCOVERED;
    }

    /** Copies the jars to {@code copy}, and checks them there. */
    ResolvedPlugin resolve(Path copy, SpiBridge bridge) {
        List<PluginJar> jars = copyTo(copy).stream().map(PluginJar::read).toList();
        return new PluginResolver(bridge, jars).resolve(directory, copy);
    }

    private List<Path> copyTo(Path copy) {
        try {
            List<Path> copies = new ArrayList<>();
            for (Path jar : jars()) {
                copies.add(Files.copy(jar, copy.resolve(jar.getFileName())));
            }
            return copies;
        } catch (IOException failed) {
            throw new PluginRefusal(
                    "its jars cannot be copied (%s); see whether they may be read"
                            .formatted(failed),
                    failed);
        }
    }

    private List<Path> jars() throws IOException {
        List<Path> jars =
                PrivateFiles.list(directory).stream()
                        .filter(file -> file.getFileName().toString().endsWith(".jar"))
                        .toList();
        if (jars.isEmpty()) {
            throw new PluginRefusal(
                    "it holds no jar; copy the plugin's jar and its libraries into it");
        }
        return jars;
    }
}
