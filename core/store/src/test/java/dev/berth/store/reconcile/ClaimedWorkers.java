package dev.berth.store.reconcile;

import dev.berth.intent.worker.SeenVersion;
import dev.berth.model.Page;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import java.util.List;

/** Claims workers of a tenant as an Inner, and tells how their versions are as Outer would. */
record ClaimedWorkers(World world, Tenant tenant) {

    Claim claim() {
        return world.inner.queue().claim("inner-1", Room.of(1)).getFirst();
    }

    List<VersionStatus> versions(Worker worker) {
        return world.transactions.call(
                () ->
                        world
                                .outer
                                .workers()
                                .versions(tenant.id(), worker.id(), Page.FIRST)
                                .items()
                                .stream()
                                .map(SeenVersion::status)
                                .toList());
    }
}
