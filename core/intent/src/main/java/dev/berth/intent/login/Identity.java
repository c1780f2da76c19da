package dev.berth.intent.login;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Whom a user is at a provider.
 *
 * @param id its id
 * @param user the user here
 * @param provider the provider's name, when it was linked
 * @param issuer who speaks for him
 * @param subject his id there
 * @param createdAt since when
 */
public record Identity(
        UUID id, UserId user, String provider, String issuer, String subject, Instant createdAt) {}
