package dev.berth.container;

import java.nio.file.Path;

/** The directory that {@code dist} fills, as it is shipped. */
record Distribution(Path root) {

    /** Returns the one of this build. */
    static Distribution current() {
        return new Distribution(
                Path.of(System.getProperty("berth.distribution")).toAbsolutePath().normalize());
    }

    Path liberty() {
        return root.resolve("liberty/wlp");
    }

    Path server() {
        return root.resolve("liberty/server");
    }

    Path libraries() {
        return root.resolve("liberty/lib");
    }

    Path plugins() {
        return root.resolve("plugins");
    }

    Path apps() {
        return root.resolve("apps");
    }

    Path war(String name) {
        return apps().resolve(name + ".war");
    }
}
