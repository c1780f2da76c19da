package dev.berth.intent.source;

import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where uploaded sources are kept, so that every Inner can read them. Every method needs a
 * transaction.
 */
public interface SourceStore {

    /** Returns whether {@code tenant} has uploaded that source. */
    boolean has(TenantId tenant, SourceId id);

    /** Keeps a source. Idempotent. */
    void add(StoredSource source, InputStream archive);

    /** Returns a source of {@code tenant} without its archive. */
    Optional<StoredSource> find(TenantId tenant, SourceId id);
}
