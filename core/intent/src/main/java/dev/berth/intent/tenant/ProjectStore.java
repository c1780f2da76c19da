package dev.berth.intent.tenant;

import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Project;
import dev.berth.model.TenantId;

/** Where projects are kept. Every method needs a transaction. */
public interface ProjectStore {

    /** Lists the projects of {@code tenant}, oldest first. */
    Paged<Project> list(TenantId tenant, Page page);

    /** Adds a project; refuses with {@code CONFLICT} where the tenant has one of that name. */
    void add(TenantId tenant, Project project);
}
