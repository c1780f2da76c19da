package dev.berth.intent.account;

import dev.berth.model.Email;

/**
 * A code that somebody knows who reads the mail of an address.
 *
 * @param email the address
 * @param origin the place that asked for the code
 * @param hash the code's hash
 */
record ProvenCode(Email email, Origin origin, String hash) {}
