package dev.berth.intent.report;

import dev.berth.model.Holding;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user, and what he held when he was looked at last.
 *
 * @param user the user
 * @param email his address
 * @param tenant his personal tenant, which holds it
 * @param createdAt since when he is there
 * @param audit what was found; empty where nobody has looked yet
 */
public record ReportedUser(
        UserId user,
        String email,
        Optional<TenantId> tenant,
        Instant createdAt,
        Optional<Audit> audit) {

    /**
     * What was found.
     *
     * @param at when
     * @param holdings how much of everything
     * @param differences in what that differed from what there may be, or from what there is
     */
    public record Audit(Instant at, List<Holding> holdings, List<String> differences) {

        public Audit {
            holdings = List.copyOf(holdings);
            differences = List.copyOf(differences);
        }
    }
}
