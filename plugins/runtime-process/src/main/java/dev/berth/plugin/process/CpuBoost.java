package dev.berth.plugin.process;

import dev.berth.spi.Limits;
import java.time.Duration;

/**
 * Lets an instance have more than its share of the CPU until it is ready, but not for longer than
 * {@code longest}: programs need the most when they start. It ends by a file, so that an Inner that
 * starts meanwhile ends it too.
 */
record CpuBoost(ControlGroups groups, Pace pace, Duration longest) {

    /** Lifts the limit of an instance whose groups are made. */
    void begin(Instance instance) {
        if (longest.isPositive()) {
            instance.boosted().write("");
            groups.liftCpu(instance);
        }
    }

    /** Limits an instance that runs, once it is ready or has had its time. Idempotent. */
    void end(Instance instance, Limits limits) {
        if (instance.boosted().exists() && over(instance)) {
            groups.limitCpu(instance, limits);
            instance.boosted().delete();
        }
    }

    private boolean over(Instance instance) {
        return instance.ready().exists() || pace.age(instance.startedAt()).compareTo(longest) >= 0;
    }
}
