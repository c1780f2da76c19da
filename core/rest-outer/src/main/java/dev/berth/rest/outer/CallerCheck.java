package dev.berth.rest.outer;

import dev.berth.intent.account.Authentication;
import dev.berth.model.Caller;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.TokenCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Knows users by the tokens of their sessions and by their personal ones. */
@Dependent
public class CallerCheck implements TokenCheck {

    private final Authentication authentication;

    /** Creates it over what knows accounts. */
    @Inject
    public CallerCheck(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void check(String token, CurrentRequest request) {
        Caller caller = authentication.authenticate(token);
        request.user(caller.user().toString());
        request.put(Caller.class, caller);
    }
}
