package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory that holds what Berth is made of: libraries, Liberty, the WARs, plugins. */
record Distribution(Path root) {

    static final String PROPERTY = "berth.distribution";

    /**
     * Returns the one that the launcher script names.
     *
     * @throws LauncherException if there is none
     */
    static Distribution current() {
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

    Path launcherLibraries() {
        return root.resolve("lib/launcher");
    }

    Path edgeLibraries() {
        return root.resolve("lib/edge");
    }

    Path apps() {
        return root.resolve("apps");
    }

    Path plugins() {
        return root.resolve("plugins");
    }

    Path server() {
        return root.resolve("liberty/server");
    }

    Path libertyLibraries() {
        return root.resolve("liberty/lib");
    }

    Path serverJar() {
        return root.resolve("liberty/wlp/bin/tools/ws-server.jar");
    }

    /** Lets Liberty measure requests and connection pools; its own script adds it too. */
    Path agent() {
        return root.resolve("liberty/wlp/bin/tools/ws-javaagent.jar");
    }

    /** What Liberty's own script adds to the command on Java 24 and later. */
    Path javaOptions() {
        return root.resolve("liberty/wlp/lib/platform/java/java24.options");
    }
}
