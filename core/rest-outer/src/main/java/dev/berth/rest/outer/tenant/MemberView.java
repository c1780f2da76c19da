package dev.berth.rest.outer.tenant;

import dev.berth.intent.tenant.SeenMember;
import java.time.Instant;
import java.util.Optional;

/**
 * A member or an invitation as a client sees it.
 *
 * @param id what it is removed by
 * @param email the address
 * @param role {@code owner}, {@code admin}, {@code developer} or {@code viewer}
 * @param status {@code member} or {@code invited}
 * @param expiresAt until when an invitation is good
 */
public record MemberView(
        String id, String email, String role, String status, Optional<Instant> expiresAt) {

    static MemberView of(SeenMember seen) {
        return new MemberView(
                seen.id().toString(),
                seen.email(),
                seen.role().word(),
                seen.invitedUntil().isPresent() ? "invited" : "member",
                seen.invitedUntil());
    }
}
