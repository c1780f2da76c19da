package dev.berth.rest.outer;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.rest.CurrentRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Who asks. A resource is made before that is known, so it asks here in its methods. */
@Dependent
public class CurrentCaller {

    private final CurrentRequest request;

    /** Creates it over the request that {@link CallerCheck} noted him in. */
    @Inject
    public CurrentCaller(CurrentRequest request) {
        this.request = request;
    }

    /** Returns him; refuses on a route that is open to everybody. */
    public Caller get() {
        return request.find(Caller.class)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "nobody is logged in"));
    }

    /** Returns the id of his request. */
    public String requestId() {
        return request.id();
    }
}
