package dev.berth.intent.login;

import dev.berth.model.UserId;

/**
 * A login of which only the session is missing.
 *
 * @param provider the provider's name
 * @param user who it is
 */
public record ProvenLogin(String provider, UserId user) {}
