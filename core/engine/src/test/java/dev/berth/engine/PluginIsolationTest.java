package dev.berth.engine;

import static dev.berth.engine.TestEngine.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginIsolationTest {

    @TempDir Path home;
    private TestEngine engine;

    @BeforeEach
    void setUp() {
        engine = TestEngine.in(home);
    }

    @Test
    void aPluginAnswers() {
        PhrasePlugin.in("org.one").write(engine.plugin("one"));

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("hello");
        }
    }

    @Test
    void twoPluginsBringTwoVersionsOfOneModule() {
        for (String name : new String[] {"one", "two"}) {
            Path library = module("org.library", name, engine.plugin(name).resolve("library.jar"));
            PhrasePlugin.in("org." + name)
                    .requires("org.library", library)
                    .phrase("org.library.Version.text()")
                    .write(engine.plugin(name));
        }

        try (Engine started = engine.strategies("one", "two").start()) {
            assertThat(phrase(started, "one")).isEqualTo("one");
            assertThat(phrase(started, "two")).isEqualTo("two");
        }
    }

    @Test
    void twoPluginsBringTwoVersionsOfOneLibrary() {
        for (String name : new String[] {"one", "two"}) {
            Path library = library("org.library", "Version", name, engine.plugin(name), "lib.jar");
            PhrasePlugin.in("org." + name)
                    .classPath(library)
                    .phrase("org.library.Version.text()")
                    .write(engine.plugin(name));
        }

        try (Engine started = engine.strategies("one", "two").start()) {
            assertThat(phrase(started, "one")).isEqualTo("one");
            assertThat(phrase(started, "two")).isEqualTo("two");
        }
    }

    @Test
    void librariesMaySplitAPackageAndHaveOneAutomaticName() {
        Path directory = engine.plugin("one");
        Path first = library("org.split", "First", "first", directory, "lib-1.0.jar");
        library("org.split", "Second", "second", directory, "lib-2.0.jar");
        PhrasePlugin.in("org.one")
                .classPath(first)
                .create(
                        """
                        return rollout -> {
                            try {
                                String second = Class.forName("org.split.Second").getSimpleName();
                                return new Step.Wait(org.split.First.text() + second, Duration.ZERO);
                            } catch (ClassNotFoundException gone) {
                                throw new IllegalStateException(gone);
                            }
                        };
                        """)
                .write(directory);

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("firstSecond");
        }
    }

    @Test
    void aDescriptorMayRequireALibraryByItsAutomaticName() {
        Path directory = engine.plugin("one");
        Path library = library("org.auto", "Version", "automatic", directory, "some-auto-1.2.jar");
        PhrasePlugin.in("org.one")
                .requires("some.auto", library)
                .phrase("org.auto.Version.text()")
                .write(directory);

        try (Engine started = engine.strategies("one").start()) {
            assertThat(started.refused()).isEmpty();
            assertThat(phrase(started, "one")).isEqualTo("automatic");
        }
    }

    @Test
    void aLibraryMayNeedAModule() {
        Path directory = engine.plugin("one");
        Path module = module("org.module", "from the module", directory.resolve("module.jar"));
        Path library =
                new JarBuilder()
                        .source(
                                "org/caller/Caller",
                                "package org.caller; public class Caller { public static String text() { return org.module.Version.text(); } }")
                        .options("-cp", module.toString())
                        .write(directory.resolve("caller.jar"));
        PhrasePlugin.in("org.one")
                .requires("org.module", module)
                .classPath(library)
                .phrase("org.caller.Caller.text()")
                .write(directory);

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("from the module");
        }
    }

    @Test
    void theContextClassLoaderIsThePlugins() {
        PhrasePlugin.in("org.one")
                .phrase(
                        "Thread.currentThread().getContextClassLoader() == Phrases.class.getClassLoader()")
                .write(engine.plugin("one"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("true");
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void aPluginThatDoesNotSayWhichSpiItWasBuiltForIsTaken() {
        ClassFiles.forgetVersions(PhrasePlugin.in("org.one").write(engine.plugin("one")));

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("hello");
        }
    }

    @Test
    void aCopyOfTheSpiThatAPluginBringsIsNotUsed() {
        PhrasePlugin.in("org.one").write(engine.plugin("one"));
        new JarBuilder()
                .source("module-info", "module dev.berth.spi { exports dev.berth.spi; }")
                .source("dev/berth/spi/Plugin", "package dev.berth.spi; public class Plugin {}")
                .write(engine.plugin("one").resolve("spi.jar"));

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("hello");
        }
    }

    @Test
    void replacingTheOperatorsJarsDoesNotHurt() throws IOException {
        Path library = library("org.library", "Version", "old", engine.plugin("one"), "lib.jar");
        PhrasePlugin.in("org.one")
                .classPath(library)
                .phrase("org.library.Version.text()")
                .write(engine.plugin("one"));

        try (Engine started = engine.strategies("one").start()) {
            Files.writeString(library, "half written");

            assertThat(phrase(started, "one")).isEqualTo("old");
        }
    }

    @Test
    void nothingOfTheHostIsSeenButTheSpi() {
        PhrasePlugin.in("org.one")
                .create(
                        """
                        return rollout -> {
                            try {
                                Class.forName("dev.berth.engine.Engine");
                                return new Step.Wait("seen", Duration.ZERO);
                            } catch (ClassNotFoundException hidden) {
                                return new Step.Wait("hidden", Duration.ZERO);
                            }
                        };
                        """)
                .write(engine.plugin("one"));

        try (Engine started = engine.strategies("one").start()) {
            assertThat(phrase(started, "one")).isEqualTo("hidden");
        }
    }

    private static Path module(String name, String text, Path jar) {
        return new JarBuilder()
                .source("module-info", "module %s { exports %s; }".formatted(name, name))
                .source(name.replace('.', '/') + "/Version", version(name, "Version", text))
                .write(jar);
    }

    private static Path library(
            String pack, String type, String text, Path directory, String file) {
        return new JarBuilder()
                .source(pack.replace('.', '/') + "/" + type, version(pack, type, text))
                .write(directory.resolve(file));
    }

    private static String version(String pack, String type, String text) {
        return "package %s; public class %s { public static String text() { return \"%s\"; } }"
                .formatted(pack, type, text);
    }
}
