package dev.berth.bench;

import java.nio.file.Path;

/** The clone that is measured; {@code bench/run} says where it is. */
record Project(Path directory) {

    static Project current() {
        return new Project(Path.of(System.getProperty("berth.project", "")).toAbsolutePath());
    }

    Path distribution() {
        return directory.resolve("dist/target/berth");
    }

    /** The jars of the pretending runtime. */
    Path pretending() {
        return directory.resolve("bench/pretending/target/plugin");
    }

    /** Returns the program {@code name} of the JDK that this runs on. */
    static String java(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
