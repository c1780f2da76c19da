package dev.berth.intent.login;

import dev.berth.model.Email;
import java.util.Optional;

/**
 * Whom a provider speaks of.
 *
 * @param issuer who speaks, as an address
 * @param subject his id there, which never becomes another's
 * @param email his address, where the provider has made sure that it is his
 */
public record ProvenIdentity(String issuer, String subject, Optional<Email> email) {}
