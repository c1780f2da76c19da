package dev.berth.spi;

/** What a version is made of. */
public sealed interface Artifact {

    /** A container image. */
    record Image(String reference) implements Artifact {}

    /**
     * An uploaded source, and the directory of it that the component lives in ({@code .} for all).
     */
    record Source(SourceDigest digest, String path) implements Artifact {}
}
