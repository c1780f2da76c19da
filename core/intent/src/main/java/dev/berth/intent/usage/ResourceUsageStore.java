package dev.berth.intent.usage;

import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.TenantId;
import java.time.Instant;
import java.util.Optional;

/** Where reports of use are kept. Needs a transaction. */
@FunctionalInterface
public interface ResourceUsageStore {

    /** Adds up, by resource, the spans of {@code tenant} that began within {@code period}. */
    Paged<ResourceUsage> list(TenantId tenant, Period period, Page page);

    /**
     * Some time.
     *
     * @param from its begin; empty for all that was
     * @param to its end, exclusive; empty for all that comes
     */
    record Period(Optional<Instant> from, Optional<Instant> to) {}
}
