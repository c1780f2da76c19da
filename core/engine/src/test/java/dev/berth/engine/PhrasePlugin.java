package dev.berth.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A plugin whose one strategy answers a phrase: the value of a Java expression. */
public final class PhrasePlugin {

    private final String module;
    private String extension;
    private String phrase = "\"hello\"";
    private String config = "record Config() {}";
    private String create = "return rollout -> new Step.Wait(String.valueOf(%s), Duration.ZERO);";
    private String extensions =
            "List.of(new Extension.Strategies<>(\"%s\", ConfigType.of(Config.class), Phrases::create))";
    private final List<String> requires = new ArrayList<>();
    private final List<Path> modulePath = new ArrayList<>(List.of(JarBuilder.spi()));
    private final List<String> options = new ArrayList<>();

    private PhrasePlugin(String module) {
        this.module = module;
        this.extension = module.substring(module.lastIndexOf('.') + 1);
    }

    /** Returns a plugin in {@code module}; its extension has the last part of that name. */
    public static PhrasePlugin in(String module) {
        return new PhrasePlugin(module);
    }

    /** Sets the name of the extension. */
    public PhrasePlugin extension(String name) {
        extension = name;
        return this;
    }

    /** Sets the expression that is evaluated on every call. */
    public PhrasePlugin phrase(String expression) {
        phrase = expression;
        return this;
    }

    /** Sets the declaration of record {@code Config}. */
    public PhrasePlugin config(String declaration) {
        config = declaration;
        return this;
    }

    /** Sets the body of the factory, which has {@code config} and {@code context}. */
    public PhrasePlugin create(String body) {
        create = body.replace("%", "%%");
        return this;
    }

    /** Sets the expression that {@code extensions()} returns. */
    public PhrasePlugin extensions(String expression) {
        extensions = expression.replace("%", "%%");
        return this;
    }

    /** Requires {@code name}, which is found in {@code jar}. */
    public PhrasePlugin requires(String name, Path jar) {
        requires.add(name);
        modulePath.add(jar);
        return this;
    }

    /** Is compiled with {@code jar} on the class path. */
    public PhrasePlugin classPath(Path jar) {
        options.addAll(List.of("-cp", jar.toString(), "--add-reads", module + "=ALL-UNNAMED"));
        return this;
    }

    /** Is compiled against the SPI in {@code jar}. */
    public PhrasePlugin spi(Path jar) {
        modulePath.set(0, jar);
        return this;
    }

    /** Compiles and packs it as {@code plugin.jar} in {@code directory}. */
    public Path write(Path directory) {
        options.addAll(
                List.of(
                        "-p",
                        String.join(
                                java.io.File.pathSeparator,
                                modulePath.stream().map(Path::toString).toList())));
        return new JarBuilder()
                .source("module-info", descriptor())
                .source(module.replace('.', '/') + "/Phrases", provider())
                .options(options.toArray(String[]::new))
                .write(directory.resolve("plugin.jar"));
    }

    private String descriptor() {
        String lines =
                String.join("", requires.stream().map(name -> "requires " + name + ";\n").toList());
        return "module %s { requires dev.berth.spi;\n%s provides dev.berth.spi.Plugin with %s.Phrases; }"
                .formatted(module, lines, module);
    }

    private String provider() {
        return """
               package %s;
               import dev.berth.spi.*;
               import java.time.*;
               import java.util.*;
               public final class Phrases implements Plugin {
                   %s
                   @Override public List<Extension<?>> extensions() { return %s; }
                   static DeployStrategy create(Config config, PluginContext context) { %s }
               }
               """
                .formatted(
                        module, config, extensions.formatted(extension), create.formatted(phrase));
    }
}
