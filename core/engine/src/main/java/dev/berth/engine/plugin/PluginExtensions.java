package dev.berth.engine.plugin;

import static java.util.Objects.requireNonNull;

import dev.berth.engine.config.ConfigRecord;
import dev.berth.engine.operation.BoundedCall;
import dev.berth.engine.operation.Outcome.Late;
import dev.berth.engine.operation.Outcome.Returned;
import dev.berth.engine.operation.Outcome.Stopped;
import dev.berth.engine.operation.Outcome.Threw;
import dev.berth.spi.Extension;
import dev.berth.spi.Plugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks a plugin for its extensions, and believes nothing that it says. */
final class PluginExtensions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String module;
    private final PluginLayer layer;

    PluginExtensions(String module, PluginLayer layer) {
        this.module = module;
        this.layer = layer;
    }

    List<LoadedExtension<?>> read() {
        return switch (BoundedCall.of("plugin " + module, PATIENCE, () -> layer.call(this::load))) {
            case Returned<List<LoadedExtension<?>>>(List<LoadedExtension<?>> value) -> value;
            case Threw<List<LoadedExtension<?>>>(PluginRefusal refusal) -> throw refusal;
            case Threw<List<LoadedExtension<?>>>(Throwable cause) ->
                    throw bug("fails: " + cause, cause);
            case Late<List<LoadedExtension<?>>> _ ->
                    throw bug("does not answer within " + PATIENCE.toSeconds() + " s", null);
            case Stopped<List<LoadedExtension<?>>> _ ->
                    throw new PluginRefusal(
                            "Berth was stopped while it was loaded; start it again");
        };
    }

    private List<LoadedExtension<?>> load() {
        List<Extension<?>> extensions = provider().extensions();
        if (extensions == null || extensions.isEmpty()) {
            throw bug("adds nothing", null);
        }
        List<LoadedExtension<?>> loaded = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Extension<?> extension : extensions) {
            loaded.add(checked(extension));
            if (!names.add(ExtensionKind.of(extension) + extension.name())) {
                throw bug("adds '" + extension.name() + "' twice", null);
            }
        }
        return List.copyOf(loaded);
    }

    private Plugin provider() {
        return ServiceLoader.load(layer.modules(), Plugin.class).stream()
                // it also walks the parent layers
                .filter(provider -> provider.type().getModule().getLayer() == layer.modules())
                .findFirst()
                .orElseThrow(() -> bug("has a provider that is not found", null))
                .get();
    }

    private <C extends Record> LoadedExtension<C> checked(Extension<C> extension) {
        requireNonNull(extension, "an extension is null");
        requireNonNull(extension.config(), "the configuration type of an extension is null");
        requireNonNull(factory(extension), "the factory of an extension is null");
        if (!NAME.matcher(requireNonNull(extension.name(), "an extension's name is null"))
                .matches()) {
            throw bug(
                    "names an extension '%s', and a name has lower-case letters, digits, dashes"
                            .formatted(extension.name()),
                    null);
        }
        layer.open(extension.config().type());
        return new LoadedExtension<>(
                module, extension, ConfigRecord.of(extension.config()), layer.loader());
    }

    private static <C extends Record> Extension.Factory<C, ?> factory(Extension<C> extension) {
        return switch (extension) {
            case Extension.Runtimes<C> runtimes -> runtimes.factory();
            case Extension.Routers<C> routers -> routers.factory();
            case Extension.Strategies<C> strategies -> strategies.factory();
        };
    }

    private PluginRefusal bug(String what, Throwable cause) {
        return new PluginRefusal(
                "the plugin of module '%s' %s; report it to its author".formatted(module, what),
                cause);
    }
}
