package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Role;
import dev.berth.model.Worker;
import java.util.Optional;

/** Tells beforehand what a deploy would do: checks what a deploy checks, and changes nothing. */
public final class Plans {

    private final Transactions transactions;
    private final Workers workers;
    private final Deployables deployables;
    private final KnownExtensions known;
    private final InnerPlans inner;

    /** Creates it over what a deploy is checked by, and Inner. */
    public Plans(
            Transactions transactions,
            Workers workers,
            Deployables deployables,
            KnownExtensions known,
            InnerPlans inner) {
        this.transactions = transactions;
        this.workers = workers;
        this.deployables = deployables;
        this.known = known;
        this.inner = inner;
    }

    /** Returns the plan of a deploy; refuses what the deploy would be refused for. */
    public Plan plan(Caller caller, PlanRequest request) {
        caller.mustBe(Role.DEVELOPER);
        return inner.plan(transactions.call(() -> checked(caller, request)));
    }

    private PlannedDeploy checked(Caller caller, PlanRequest request) {
        PlannedDeploy deploy =
                switch (request.subject()) {
                    case PlanRequest.Existing(String id) -> ofExisting(caller, id, request);
                    case PlanRequest.ToBeMade toBe -> ofToBeMade(caller, toBe, request);
                };
        known.mustKnow("strategy", deploy.strategy(), "/strategy");
        return deploy;
    }

    private PlannedDeploy ofExisting(Caller caller, String id, PlanRequest request) {
        Worker worker = Deployments.notDeleted(workers.existing(caller, id));
        return deployables.planned(worker, request);
    }

    private PlannedDeploy ofToBeMade(
            Caller caller, PlanRequest.ToBeMade toBe, PlanRequest request) {
        Worker draft = workers.draft(caller, toBe.name(), toBe.project(), toBe.settings());
        PlannedDeploy deploy = deployables.planned(draft, request);
        return new PlannedDeploy(Optional.empty(), deploy.strategy(), deploy.replicas());
    }
}
