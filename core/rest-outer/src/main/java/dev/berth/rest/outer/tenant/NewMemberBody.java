package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.NewMember;
import java.util.Optional;

/** What somebody says of a member to be. */
public record NewMemberBody(String email, Optional<String> role) {

    private static final String USUAL = "developer";

    NewMember member() {
        return new NewMember(email, role.orElse(USUAL));
    }
}
