package dev.berth.rest.outer.source;

import dev.berth.model.Caller;
import dev.berth.model.SourceId;
import java.io.InputStream;
import java.util.OptionalLong;

/** The use case that checks and keeps sources. */
@FunctionalInterface
public interface Uploads {

    /** Keeps {@code archive} for the caller's tenant, unless its digest is another. */
    Uploaded upload(Caller caller, String sha256, InputStream archive, OptionalLong length);

    /** What was uploaded, and whether it was new. */
    record Uploaded(SourceId id, boolean created) {}
}
