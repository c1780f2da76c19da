package dev.berth.intent.account;

import dev.berth.model.UserId;

/**
 * A user with what he proves himself by.
 *
 * @param user his id
 * @param email his address, in lower case
 * @param passwordHash what {@link PasswordHasher} made of his password
 */
public record Account(UserId user, String email, String passwordHash) {}
