package dev.berth.e2e;

import dev.berth.spi.Plugin;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes plugins, good and bad, into directories of their own.
 *
 * @param plugins where an operator puts them
 * @param jars how they are built
 * @param elsewhere where their author has what they are built against
 */
record PluginAuthor(Path plugins, Jars jars, Path elsewhere) {

    /**
     * Adds a strategy {@code name} that lets a first release serve, and rolls every later one back
     * with the version of the library that it brings.
     */
    void strategy(String name, String version) {
        Path directory = plugins.resolve(name);
        Path library =
                jars.make(
                        directory.resolve("lib.jar"),
                        Map.of(
                                "lib/Version.java",
                                """
                                package lib;
                                public final class Version {
                                    public static String text() { return "library %s"; }
                                }
                                """
                                        .formatted(version)));
        String module = "org." + name;
        jars.make(
                directory.resolve("plugin.jar"),
                Map.of(
                        "module-info.java",
                        descriptor(module, ""),
                        "org/" + name + "/Added.java",
                        strategySource(name)),
                "-p",
                spi().toString(),
                "-cp",
                library.toString(),
                "--add-reads",
                module + "=ALL-UNNAMED");
    }

    /** Writes a plugin whose module requires {@code library}, and leaves that out. */
    void withoutItsLibrary(String name, String library) {
        Path absent =
                jars.make(
                        elsewhere.resolve(library + ".jar"),
                        Map.of("module-info.java", "module " + library + " {}"));
        String module = "org." + name;
        jars.make(
                plugins.resolve(name).resolve("plugin.jar"),
                Map.of(
                        "module-info.java",
                        descriptor(module, "requires " + library + ";"),
                        "org/" + name + "/Added.java",
                        """
                        package %s;
                        import dev.berth.spi.*;
                        import java.util.List;
                        public final class Added implements Plugin {
                            @Override public List<Extension<?>> extensions() { return List.of(); }
                        }
                        """
                                .formatted(module)),
                "-p",
                spi() + File.pathSeparator + absent);
    }

    /** Writes a plugin that was built for {@code version} of the SPI. */
    void forSpi(String name, String version) {
        Path other =
                jars.make(
                        elsewhere.resolve("spi.jar"),
                        Map.of(
                                "module-info.java",
                                "module dev.berth.spi { exports dev.berth.spi; }",
                                "dev/berth/spi/Plugin.java",
                                "package dev.berth.spi; public interface Plugin {}"),
                        "--module-version",
                        version);
        String module = "org." + name;
        jars.make(
                plugins.resolve(name).resolve("plugin.jar"),
                Map.of(
                        "module-info.java",
                        descriptor(module, ""),
                        "org/" + name + "/Added.java",
                        "package %s; public final class Added implements dev.berth.spi.Plugin {}"
                                .formatted(module)),
                "-p",
                other.toString());
    }

    private static String descriptor(String module, String requires) {
        return """
               module %s {
                   requires dev.berth.spi;
                   %s
                   provides dev.berth.spi.Plugin with %s.Added;
               }
               """
                .formatted(module, requires, module);
    }

    private static String strategySource(String name) {
        return """
               package org.%s;
               import dev.berth.spi.*;
               import java.time.Duration;
               import java.util.*;
               public final class Added implements Plugin {
                   record Config() {}
                   @Override public List<Extension<?>> extensions() {
                       return List.of(new Extension.Strategies<>(
                               "%s", ConfigType.of(Config.class), (config, context) -> Added::next));
                   }
                   static Step next(Rollout rollout) {
                       Rollout.Member candidate = rollout.candidate();
                       if (candidate.failure().isPresent()) {
                           return new Step.RollBack(candidate.failure().get());
                       }
                       if (rollout.previous().isPresent()) {
                           return new Step.RollBack(lib.Version.text());
                       }
                       if (candidate.wanted() < candidate.replicas()) {
                           return new Step.Scale(candidate.release(), candidate.replicas());
                       }
                       if (candidate.ready() < candidate.replicas()) {
                           return new Step.Wait("waiting for it", Duration.ofMillis(100));
                       }
                       return candidate.weight() < 100
                               ? new Step.Shift(Map.of(candidate.release(), 100))
                               : new Step.Finish();
                   }
               }
               """
                .formatted(name, name);
    }

    /** Returns what plugins are built against. */
    static Path spi() {
        try {
            return Path.of(
                    Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
