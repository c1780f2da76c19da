package dev.berth.intent.worker;

import dev.berth.model.InstanceUse;
import dev.berth.model.WorkerId;
import java.util.List;

/** Asks Inner what workers use. */
@FunctionalInterface
public interface InnerUsage {

    /** Returns what each running instance uses; refuses with {@code UNAVAILABLE} without Inner. */
    List<InstanceUse> of(WorkerId worker);
}
