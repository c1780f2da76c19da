package dev.berth.intent.account;

import dev.berth.model.Email;

/**
 * Hashes codes with a secret key: there are so few of them that a hash alone would hide nothing.
 */
@FunctionalInterface
public interface CodeHasher {

    /** Returns the hash of a code that was mailed to {@code email} for {@code origin}. */
    String hash(Email email, Origin origin, String code);
}
