package dev.berth.outer;

import dev.berth.rest.outer.info.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reads what the build wrote about itself. */
final class Build {

    private static final String FILE = "build.properties";
    private static final String UNKNOWN = "unknown";

    private Build() {}

    static BuildInfo info() {
        Properties properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + FILE + " in the WAR", failure);
        }
        String build = properties.getProperty("build", UNKNOWN);
        // without a repository around it the build leaves the placeholder
        return new BuildInfo(
                properties.getProperty("version", UNKNOWN),
                build.startsWith("$") ? UNKNOWN : build);
    }
}
