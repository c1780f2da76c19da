package dev.berth.intent.tenant;

import dev.berth.model.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A member or an invitation as a list has it.
 *
 * @param id the user's id, or the invitation's
 * @param email the address
 * @param role what he may do
 * @param invitedUntil until when the invitation is good; empty for a member
 */
public record SeenMember(UUID id, String email, Role role, Optional<Instant> invitedUntil) {}
