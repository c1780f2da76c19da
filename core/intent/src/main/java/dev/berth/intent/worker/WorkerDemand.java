package dev.berth.intent.worker;

import dev.berth.intent.tenant.Quota;
import dev.berth.model.Quantity;
import dev.berth.model.WorkerSettings;
import java.util.EnumMap;
import java.util.Map;

/** How much of its tenant's quotas a worker takes. */
public final class WorkerDemand {

    private WorkerDemand() {}

    /** Returns it, as if there were as many instances as there may be. */
    public static Map<Quota, Long> of(WorkerSettings settings) {
        long replicas = settings.maxReplicas();
        return Map.of(
                Quota.WORKERS,
                1L,
                Quota.REPLICAS,
                replicas,
                Quota.MEMORY,
                product(replicas, Quantity.bytes(settings.memory()).orElseThrow()));
    }

    /** Returns how much more it takes after a change; nothing of what it does not take more of. */
    static Map<Quota, Long> more(WorkerSettings before, WorkerSettings after) {
        Map<Quota, Long> more = new EnumMap<>(Quota.class);
        Map<Quota, Long> was = of(before);
        of(after).forEach((quota, amount) -> more.put(quota, amount - was.get(quota)));
        more.values().removeIf(amount -> amount <= 0);
        return more;
    }

    // what is more than a number can say is too much in any case
    private static long product(long replicas, long bytes) {
        return bytes > Long.MAX_VALUE / replicas ? Long.MAX_VALUE : replicas * bytes;
    }
}
