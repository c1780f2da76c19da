package dev.berth.intent.worker;

import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;

/** Asks Inner, which alone knows the strategies, what a deploy would do. */
@FunctionalInterface
public interface InnerPlans {

    /**
     * Returns the plan. Refuses with {@code UNAVAILABLE} where Inner is away, and with {@code
     * IMPOSSIBLE} where the strategy comes to no end.
     */
    Plan plan(PlannedDeploy deploy);
}
