package dev.berth.engine;

import static dev.berth.engine.TestEngine.phrase;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test has a sound plugin beside the one that is refused. */
class PluginRefusalTest {

    private static final String THROWING =
            "record Config() {} static List<Extension<?>> boom() { throw new IllegalStateException(\"boom\"); }";

    @TempDir Path home;
    private TestEngine engine;
    private Path directory;

    @BeforeEach
    void setUp() {
        engine = TestEngine.in(home).strategies("good");
        PhrasePlugin.in("org.good").write(engine.plugin("a-good-one"));
        directory = engine.plugin("bad");
    }

    @Test
    void aDirectoryWithoutAJar() throws IOException {
        Files.createDirectories(directory);

        assertRefused("it holds no jar; copy the plugin's jar and its libraries into it");
    }

    @Test
    void aJarThatIsNone() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("broken.jar"), "not a zip");

        assertRefused("'broken.jar' is no readable jar", "copy it again");
    }

    @Test
    void aDirectoryThatCannotBeCopied() {
        directory = engine.plugin("x".repeat(255));
        PhrasePlugin.in("org.bad").write(directory);

        assertRefused("cannot create directory", "see the log for more");
    }

    @Test
    void aDescriptorOfANewerJava() {
        Path jar = PhrasePlugin.in("org.bad").write(directory);
        ClassFiles.setVersion(jar, "module-info.class", 99);

        assertRefused(
                "the module descriptor of 'plugin.jar' cannot be read",
                "99",
                "build it with --release " + Runtime.version().feature() + " or lower");
    }

    @Test
    void aModuleThatProvidesNoPlugin() {
        new JarBuilder()
                .source("module-info", "module org.bad {}")
                .write(directory.resolve("plugin.jar"));

        assertRefused("no module in it provides a plugin; say 'provides dev.berth.spi.Plugin with");
    }

    @Test
    void twoPluginsInOneDirectory() {
        PhrasePlugin.in("org.bad").write(directory);
        Path other = PhrasePlugin.in("org.worse").write(home.resolve("elsewhere"));
        copy(other, directory.resolve("worse.jar"));

        assertRefused(
                "it provides more than one plugin ('org.bad.Phrases', 'org.worse.Phrases')",
                "give each a directory of its own");
    }

    @Test
    void aModuleThatIsNotBrought() {
        Path library =
                new JarBuilder()
                        .source("module-info", "module org.library {}")
                        .write(home.resolve("elsewhere/library.jar"));
        PhrasePlugin.in("org.bad").requires("org.library", library).write(directory);

        assertRefused(
                "module 'org.bad' requires 'org.library', which it must bring itself",
                "copy its jar into the directory");
    }

    @Test
    void anotherMajorVersionOfTheSpi() {
        Path spi =
                new JarBuilder()
                        .source("module-info", "module dev.berth.spi { exports dev.berth.spi; }")
                        .source(
                                "dev/berth/spi/Plugin",
                                "package dev.berth.spi; public interface Plugin {}")
                        .options("--module-version", "2.3.0")
                        .write(home.resolve("elsewhere/spi.jar"));
        new JarBuilder()
                .source(
                        "module-info",
                        "module org.bad { requires dev.berth.spi; provides dev.berth.spi.Plugin with org.bad.Bad; }")
                .source(
                        "org/bad/Bad",
                        "package org.bad; public class Bad implements dev.berth.spi.Plugin {}")
                .options("-p", spi.toString())
                .write(directory.resolve("plugin.jar"));

        assertRefused(
                "module 'org.bad' was built for version 2.3.0 of dev.berth.spi, and this Berth has version 1",
                "build it against that");
    }

    @Test
    void twoJarsWithOneModule() {
        PhrasePlugin.in("org.bad").write(directory);
        copy(directory.resolve("plugin.jar"), directory.resolve("again.jar"));

        assertRefused("two of its jars hold module 'org.bad'; remove one");
    }

    @Test
    void modulesThatSplitAPackage() {
        Path library = directory.resolve("library.jar");
        new JarBuilder().source("module-info", "module org.library {}").write(library);
        PhrasePlugin.in("org.bad").requires("org.library", library).write(directory);
        new JarBuilder()
                .source("module-info", "module org.library {}")
                .source("org/bad/Other", "package org.bad; class Other {}")
                .write(library);

        assertRefused("its modules do not fit together", "org.bad");
    }

    @Test
    void aModuleThatAnotherPluginHas() {
        PhrasePlugin.in("org.good").extension("other").write(directory);

        assertRefused(
                "module 'org.good' is loaded from '" + engine.plugin("a-good-one") + "' already",
                "remove one of the two");
    }

    @Test
    void anExtensionThatAnotherPluginAdds() {
        PhrasePlugin.in("org.bad").extension("good").write(directory);

        assertRefused(
                "module 'org.bad' adds strategy 'good', which 'org.good' in",
                "adds already; remove one of the two");
    }

    @Test
    void aProviderThatThrows() {
        PhrasePlugin.in("org.bad").extensions("boom()").config(THROWING).write(directory);

        assertRefused(
                "the plugin of module 'org.bad' fails: java.lang.IllegalStateException: boom");
    }

    @Test
    void aProviderThatOverflowsTheStack() {
        PhrasePlugin.in("org.bad").extensions("new Phrases().extensions()").write(directory);

        assertRefused("the plugin of module 'org.bad' fails: java.lang.StackOverflowError");
    }

    @Test
    void aProviderThatAnswersNull() {
        PhrasePlugin.in("org.bad").extensions("null").write(directory);

        assertRefused("the plugin of module 'org.bad' adds nothing; report it to its author");
    }

    @Test
    void anExtensionThatIsNull() {
        PhrasePlugin.in("org.bad").extensions("Collections.singletonList(null)").write(directory);

        assertRefused("fails: java.lang.NullPointerException: an extension is null");
    }

    @Test
    void anExtensionWithABadName() {
        PhrasePlugin.in("org.bad").extension("Bad Name").write(directory);

        assertRefused(
                "names an extension 'Bad Name', and a name has lower-case letters, digits, dashes");
    }

    @Test
    void aRecordThatCannotBeConfigured() {
        PhrasePlugin.in("org.bad")
                .config(
                        "record Config(Map<String, String> all, @Default(\"soon\") Duration when) {}")
                .write(directory);

        assertRefused(
                "record 'org.bad.Phrases$Config' is no configuration",
                "component 'all' has type 'java.util.Map<java.lang.String, java.lang.String>'",
                "the default 'soon' of component 'when' is not a duration such as 10s or 5m");
    }

    private void assertRefused(String... parts) {
        try (Engine started = engine.start()) {
            assertThat(phrase(started, "good")).isEqualTo("hello");
            assertThat(started.refused())
                    .singleElement()
                    .satisfies(
                            refused -> {
                                assertThat(refused.directory()).isEqualTo(directory);
                                assertThat(refused.message())
                                        .startsWith(
                                                "cannot load the plugin in '" + directory + "': ")
                                        .contains(parts);
                            });
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
