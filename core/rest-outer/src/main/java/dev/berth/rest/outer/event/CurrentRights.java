package dev.berth.rest.outer.event;

import dev.berth.intent.account.Authentication;
import dev.berth.intent.audit.WayIn;
import dev.berth.intent.tenant.Tenancy;
import dev.berth.rest.Bearer;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Whether who asks may still, for answers that take long. */
@Dependent
public class CurrentRights {

    private final Authentication authentication;
    private final Tenancy tenancy;
    private final CurrentCaller caller;
    private final CurrentRequest request;

    /** Creates it over what knows accounts and members. */
    @Inject
    public CurrentRights(
            Authentication authentication,
            Tenancy tenancy,
            CurrentCaller caller,
            CurrentRequest request) {
        this.authentication = authentication;
        this.tenancy = tenancy;
        this.caller = caller;
        this.request = request;
    }

    /** Returns what says so, also when the request is long over. */
    StillAllowed get() {
        return new StillAllowed(authentication, tenancy, caller.get(), token());
    }

    private Optional<String> token() {
        return request.find(WayIn.class).isPresent()
                ? Optional.empty()
                : Optional.of(Bearer.token(request.header(HttpHeaders.AUTHORIZATION)));
    }
}
