package dev.berth.rest.outer;

import dev.berth.intent.account.Authentication;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Scope;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody may still read by the token that he began with.
 *
 * @param authentication what knows accounts
 * @param asking who began
 * @param token his token
 */
record StillAllowed(Authentication authentication, Caller asking, String token)
        implements BooleanSupplier {

    @Override
    public boolean getAsBoolean() {
        try {
            Caller now = authentication.authenticate(token);
            return now.user().equals(asking.user()) && now.rights().allow(Scope.READ);
        } catch (Refusal refusal) {
            // a database that is away takes nobody's rights
            return refusal.kind() != Refusal.Kind.UNAUTHENTICATED;
        }
    }
}
