package dev.berth.rest.outer.caller;

import dev.berth.intent.account.Authentication;
import dev.berth.intent.tenant.Tenancy;
import dev.berth.model.Caller;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Knows users by the tokens of their sessions and by their personal ones. */
@Dependent
public class CallerCheck implements TokenCheck {

    private static final String TENANT = "X-Berth-Tenant";

    private final Authentication authentication;
    private final Tenancy tenancy;

    /** Creates it over what knows accounts and members. */
    @Inject
    public CallerCheck(Authentication authentication, Tenancy tenancy) {
        this.authentication = authentication;
        this.tenancy = tenancy;
    }

    @Override
    public void check(String token, CurrentRequest request) {
        admit(authentication.authenticate(token), request);
    }

    /**
     * Notes in {@code request} that {@code caller} asks; refuses where he names another's tenant.
     */
    void admit(Caller caller, CurrentRequest request) {
        request.user(caller.user().toString());
        String tenant = request.header(TENANT);
        request.put(Caller.class, tenant.isEmpty() ? caller : tenancy.actingFor(caller, tenant));
    }
}
