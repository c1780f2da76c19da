package dev.berth.engine;

import dev.berth.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources and packs them into a jar, as a plugin's author would. */
public final class JarBuilder {

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:none", "-proc:none"));

    /** Adds the source of {@code unit}, a name such as {@code org/example/One}. */
    public JarBuilder source(String unit, String text) {
        sources.add(new Source(URI.create("string:///" + unit + ".java"), text));
        return this;
    }

    /** Adds options of the compiler. */
    public JarBuilder options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles and writes {@code jar}. */
    public Path write(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path classes = Files.createTempDirectory(jar.getParent(), ".classes");
            compile(classes);
            pack(classes, jar);
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns where the SPI is on this test's class path. */
    public static Path spi() {
        try {
            return Path.of(
                    Plugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void compile(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-d", classes.toString()));
        StringWriter output = new StringWriter();
        if (!compiler.getTask(output, null, null, arguments, null, sources).call()) {
            throw new IllegalArgumentException(output.toString());
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
