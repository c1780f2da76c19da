package dev.berth.rest.outer.event;

import dev.berth.intent.account.Authentication;
import dev.berth.intent.tenant.Tenancy;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Scope;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether somebody may still read what he began to.
 *
 * @param authentication what knows accounts
 * @param tenancy what knows members
 * @param asking who began, acting for a tenant
 * @param token his token; empty where he signed
 */
record StillAllowed(
        Authentication authentication, Tenancy tenancy, Caller asking, Optional<String> token)
        implements BooleanSupplier {

    @Override
    public boolean getAsBoolean() {
        try {
            return token.map(authentication::authenticate).map(this::may).orElse(true)
                    && tenancy.belongs(asking);
        } catch (Refusal refusal) {
            // a database that is away takes nobody's rights
            return refusal.kind() != Refusal.Kind.UNAUTHENTICATED;
        }
    }

    private boolean may(Caller now) {
        return now.user().equals(asking.user()) && now.rights().allow(Scope.READ);
    }
}
