package dev.berth.intent;

import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.util.Optional;
import java.util.UUID;

/** People who ask. */
public final class Callers {

    private Callers() {}

    /** Returns somebody with that role in a tenant of his own. */
    public static Caller of(Role role) {
        return new Caller(
                new UserId(UUID.randomUUID()),
                "ada@example.org",
                new TenantId(UUID.randomUUID()),
                role,
                Optional.of(UUID.randomUUID()));
    }

    /** Returns an owner who came by a token with those rights. */
    public static Caller with(Rights rights) {
        return new Caller(
                new UserId(UUID.randomUUID()),
                "ada@example.org",
                new TenantId(UUID.randomUUID()),
                Role.OWNER,
                Optional.empty(),
                rights);
    }

    /** Returns a request of somebody's. */
    public static Cause cause() {
        return new Cause(Optional.empty(), "request", Optional.empty());
    }
}
