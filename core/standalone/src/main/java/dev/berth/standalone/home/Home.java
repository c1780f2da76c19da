package dev.berth.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The directory that holds all of Berth's state on this machine. */
public record Home(Path root) {

    /** What is written into {@code version}: raised when the layout changes. */
    static final String LAYOUT = "1";

    private static final String SETTINGS =
            """
            # Settings of this Berth; they go over the defaults. Take effect at the next start.
            #berth.domain=localhost
            #berth.port.outer=9900
            #berth.port.edge=8080
            # A PostgreSQL that you run, instead of Berth's own:
            #berth.database.url=postgresql://admin@db.example.org:5432/berth?sslmode=require
            #berth.database.password-file=/path/of/a/file
            # Plugins, as berth.<kind>=<instances> and berth.<kind>.<instance>.<key>:
            #berth.strategy=blue-green,rolling,canary,recreate
            #berth.strategy.canary.shares=5,25,100
            #berth.default.strategy=blue-green
            """;

    public static Home at(Path directory) {
        return new Home(directory.toAbsolutePath().normalize());
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path edge() {
        return root.resolve("edge");
    }

    public Path liberty() {
        return root.resolve("liberty");
    }

    /** What the last start told Outer and Inner. */
    public Path settingsInForce() {
        return liberty().resolve("variables").resolve("berth.properties");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path plugins() {
        return root.resolve("plugins");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path settings() {
        return root.resolve("berth.properties");
    }

    Path version() {
        return root.resolve("version");
    }

    public Path lock() {
        return root.resolve("launcher.lock");
    }

    public Path launcherPid() {
        return root.resolve("launcher.pid");
    }

    Path cli() {
        return root.resolve("cli.properties");
    }

    public Path database() {
        return postgres().resolve("data");
    }

    /** Makes what is absent, readable for the owner alone. Idempotent: leaves what there is. */
    public void prepare() {
        Stream.of(root, secrets(), postgres(), kafka(), edge(), liberty(), run(), plugins(), logs())
                .forEach(Home::directory);
        if (!Files.exists(version())) {
            PrivateFile.write(version(), LAYOUT + "\n");
        }
        if (!Files.exists(settings())) {
            PrivateFile.write(settings(), SETTINGS);
        }
    }

    private static void directory(Path directory) {
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the directory " + directory, failure);
        }
    }
}
