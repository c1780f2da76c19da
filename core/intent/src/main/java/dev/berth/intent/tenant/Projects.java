package dev.berth.intent.tenant;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Caller;
import dev.berth.model.Names;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Project;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Makes and lists the projects of tenants. */
public final class Projects {

    private final Transactions transactions;
    private final ProjectStore store;
    private final Quotas quotas;
    private final InstantSource clock;

    /** Creates it over where projects are kept. */
    public Projects(
            Transactions transactions, ProjectStore store, Quotas quotas, InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Lists the projects of the caller's tenant, oldest first. */
    public Paged<Project> list(Caller caller, Page page) {
        return transactions.call(() -> store.list(caller.tenant(), page));
    }

    /** Adds a project to the caller's tenant and returns it. */
    public Project create(Caller caller, String name) {
        caller.mustBe(Role.ADMIN);
        Names.check("/name", name)
                .ifPresent(
                        problem -> {
                            throw Refusal.of(
                                    Refusal.Kind.MALFORMED,
                                    "cannot make the project",
                                    List.of(problem));
                        });
        // as exactly as it is kept, so that it reads the same ever after
        Project project =
                new Project(
                        new ProjectId(UUID.randomUUID()),
                        name,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.run(
                () -> {
                    Deed.on("project", project.id()).changed("name", name);
                    quotas.mustFit(caller.tenant(), Quota.PROJECTS, 1);
                    store.add(caller.tenant(), project);
                });
        return project;
    }
}
