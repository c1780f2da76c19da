package dev.berth.store.task;

import dev.berth.model.Page;
import dev.berth.model.Task;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.util.List;

/** Deploys workers of a tenant, and tells of its tasks what Outer would. */
record TenantTasks(World world, Tenant tenant) {

    Worker deployed() {
        return world.deploy(tenant, world.worker(tenant));
    }

    Task latest() {
        return all().getFirst();
    }

    /** Returns them, the newest first. */
    List<Task> all() {
        return world.transactions.call(
                () -> world.outer.tasks().list(tenant.id(), Page.FIRST).items());
    }
}
