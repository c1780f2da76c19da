package dev.berth.intent.source;

import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * An uploaded source, without its archive.
 *
 * @param tenant who uploaded it
 * @param id its digest
 * @param size bytes of the archive
 * @param manifest the text of its {@code app-manifest.json}; empty where it has none
 * @param uploadedAt when
 */
public record StoredSource(
        TenantId tenant, SourceId id, long size, Optional<String> manifest, Instant uploadedAt) {}
