package dev.berth.rest.outer;

import dev.berth.intent.account.Origin;
import dev.berth.rest.CurrentRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Where the request comes from. A resource asks here in its methods, as for who asks. */
@Dependent
public class CurrentOrigin {

    private final CurrentRequest request;

    /** Creates it over the container's request. */
    @Inject
    public CurrentOrigin(CurrentRequest request) {
        this.request = request;
    }

    /** Returns the place. */
    public Origin get() {
        return Origin.of(request.from());
    }
}
