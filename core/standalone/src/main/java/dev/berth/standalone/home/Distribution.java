package dev.berth.standalone.home;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds what Berth is made of: libraries, Liberty, the WARs, plugins. */
public record Distribution(Path root) {

    public static final String PROPERTY = "berth.distribution";

    /**
     * Returns the one that the launcher script names.
     *
     * @throws LauncherException if there is none
     */
    public static Distribution current() {
        Path root = Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
        Distribution distribution = new Distribution(root);
        if (!Files.isRegularFile(distribution.serverJar())) {
            throw new LauncherException(
                    ExitCode.PREREQUISITE,
                    "cannot find Open Liberty in '%s', which -D%s names; start Berth with its script, ./berth up"
                            .formatted(root, PROPERTY));
        }
        return distribution;
    }

    public Path launcherLibraries() {
        return root.resolve("lib/launcher");
    }

    public Path edgeLibraries() {
        return root.resolve("lib/edge");
    }

    public Path apps() {
        return root.resolve("apps");
    }

    public Path plugins() {
        return root.resolve("plugins");
    }

    public Path server() {
        return root.resolve("liberty/server");
    }

    public Path libertyLibraries() {
        return root.resolve("liberty/lib");
    }

    public Path serverJar() {
        return root.resolve("liberty/wlp/bin/tools/ws-server.jar");
    }

    /** Lets Liberty measure requests and connection pools; its own script adds it too. */
    public Path agent() {
        return root.resolve("liberty/wlp/bin/tools/ws-javaagent.jar");
    }

    /** What Liberty's own script adds to the command on Java 24 and later. */
    public Path javaOptions() {
        return root.resolve("liberty/wlp/lib/platform/java/java24.options");
    }
}
