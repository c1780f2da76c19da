package dev.berth.model;

/** What a version is made of. */
public sealed interface Artifact {

    /** A container image. */
    record Image(String reference) implements Artifact {}

    /** An uploaded source, and the directory in it where the component lives. */
    record Source(SourceId id, String path) implements Artifact {}
}
