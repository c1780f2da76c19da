package dev.berth.rest.outer.usage;

import dev.berth.intent.usage.ResourceUsage;
import dev.berth.model.Paged;
import java.time.Instant;
import java.util.List;

/**
 * What resources were used for, as a client sees it.
 *
 * @param usage some resources, by kind and id
 * @param total how many there are in all
 */
public record ResourceUsageView(List<ResourceView> usage, long total) {

    static ResourceUsageView of(Paged<ResourceUsage> page) {
        return new ResourceUsageView(
                page.items().stream().map(ResourceView::of).toList(), page.total());
    }

    /**
     * One resource.
     *
     * @param datachange the sum of what was reported
     * @param reports of how many spans
     * @param from when the first of them began
     * @param to when the last of them ended
     */
    public record ResourceView(
            String resourceType,
            String resourceId,
            long datachange,
            long reports,
            Instant from,
            Instant to) {

        static ResourceView of(ResourceUsage usage) {
            return new ResourceView(
                    usage.type().word(),
                    usage.resource(),
                    usage.datachange(),
                    usage.reports(),
                    usage.from(),
                    usage.to());
        }
    }
}
