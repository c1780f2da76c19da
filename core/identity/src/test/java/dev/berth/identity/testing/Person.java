package dev.berth.identity.testing;

/**
 * Somebody whom a provider knows.
 *
 * @param subject his id there, a number
 * @param email his address
 * @param verified whether the provider has made sure of it
 */
public record Person(String subject, String email, boolean verified) {}
