package dev.berth.engine;

import static java.util.stream.Collectors.joining;

import dev.berth.engine.config.ConfigBinder;
import dev.berth.engine.config.ConfigBinding.Bound;
import dev.berth.engine.config.ConfigBinding.Refused;
import dev.berth.engine.config.ConfigValues;
import dev.berth.engine.config.DidYouMean;
import dev.berth.engine.plugin.ExtensionKind;
import dev.berth.engine.plugin.LoadedExtension;
import dev.berth.engine.plugin.LoadedPlugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the configured instances, and collects all that is wrong with their configuration. */
final class InstanceBuilder {

    private final EngineSettings settings;
    private final ConfigValues values;
    private final LoadedPlugins plugins;
    private final InstanceFactory factory;
    private final List<String> problems = new ArrayList<>();

    InstanceBuilder(EngineSettings settings, LoadedPlugins plugins, Changes changes) {
        this.settings = settings;
        this.values = settings.config();
        this.plugins = plugins;
        this.factory = new InstanceFactory(settings, changes);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    List<InstanceEntry> build(ExtensionKind kind) {
        InstanceNames names = new InstanceNames(kind, values);
        return names.read().stream().map(name -> entry(kind, name, names.problems(name))).toList();
    }

    private InstanceEntry entry(ExtensionKind kind, String name, List<String> wrongName) {
        if (!wrongName.isEmpty()) {
            return failed(kind, name, "", wrongName);
        }
        String key = "berth.%s.%s.use".formatted(kind.key(), name);
        Optional<String> use = values.value(key);
        if (use.isEmpty()) {
            return failed(kind, name, "", List.of(key + " is not set" + known(kind, "")));
        }
        return extension(kind, use.get())
                .map(extension -> entry(extension, name))
                .orElseGet(
                        () ->
                                failed(
                                        kind,
                                        name,
                                        use.get(),
                                        List.of(unknown(kind, key, use.get()))));
    }

    private <C extends Record> InstanceEntry entry(LoadedExtension<C> extension, String name) {
        String prefix = "berth.%s.%s".formatted(extension.kind().key(), name);
        return switch (ConfigBinder.bind(extension.config(), values, prefix)) {
            case Bound<C>(C config) ->
                    new InstanceEntry(
                            extension.kind(),
                            name,
                            extension.name(),
                            extension.plugin(),
                            Instance.made(
                                    extension.kind().key() + "/" + name,
                                    () -> factory.make(extension, name, config),
                                    settings.clock()));
            case Refused<C>(List<String> wrong) ->
                    failed(extension.kind(), name, extension.name(), wrong);
        };
    }

    private InstanceEntry failed(
            ExtensionKind kind, String name, String extension, List<String> wrong) {
        problems.addAll(wrong);
        String plugin = extension(kind, extension).map(LoadedExtension::plugin).orElse("");
        String message =
                "cannot make '%s/%s': %s".formatted(kind.key(), name, String.join("; ", wrong));
        return new InstanceEntry(
                kind, name, extension, plugin, Instance.failed(name, message, settings.clock()));
    }

    private Optional<LoadedExtension<?>> extension(ExtensionKind kind, String name) {
        return plugins.extensions().stream()
                .filter(extension -> extension.kind() == kind && extension.name().equals(name))
                .findFirst();
    }

    private String unknown(ExtensionKind kind, String key, String use) {
        return "%s is '%s', which no plugin adds%s".formatted(key, use, known(kind, use));
    }

    private String known(ExtensionKind kind, String use) {
        List<String> names =
                plugins.extensions().stream()
                        .filter(extension -> extension.kind() == kind)
                        .map(LoadedExtension::name)
                        .sorted()
                        .toList();
        String list =
                names.isEmpty()
                        ? "none is known"
                        : "known are "
                                + names.stream().map("'%s'"::formatted).collect(joining(", "));
        return ": %s%s; name one of them, or copy a plugin that adds it into one of %s%s"
                .formatted(
                        list, DidYouMean.hint(use, names), settings.pluginDirectories(), refused());
    }

    private String refused() {
        int count = plugins.refused().size();
        return count == 0 ? "" : " (%d plugins there were refused)".formatted(count);
    }
}
