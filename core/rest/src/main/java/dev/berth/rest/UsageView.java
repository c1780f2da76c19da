package dev.berth.rest;

import dev.berth.model.InstanceUse;
import java.time.Duration;
import java.util.List;

/**
 * What a worker's instances use, as Inner says it and a client sees it.
 *
 * @param instances each that runs
 */
public record UsageView(List<InstanceView> instances) {

    /**
     * One instance.
     *
     * @param cpuMs milliseconds of processor time since it was started
     * @param memoryBytes the memory that it holds now
     */
    public record InstanceView(
            long release, long versionId, int instance, long cpuMs, long memoryBytes) {

        static InstanceView of(InstanceUse use) {
            return new InstanceView(
                    use.release(),
                    use.version(),
                    use.instance(),
                    use.cpu().toMillis(),
                    use.memoryBytes());
        }

        InstanceUse use() {
            return new InstanceUse(
                    release, versionId, instance, Duration.ofMillis(cpuMs), memoryBytes);
        }
    }

    /** Returns it as it is shown. */
    public static UsageView of(List<InstanceUse> uses) {
        return new UsageView(uses.stream().map(InstanceView::of).toList());
    }

    /** Returns what is shown. */
    public List<InstanceUse> uses() {
        return instances.stream().map(InstanceView::use).toList();
    }
}
