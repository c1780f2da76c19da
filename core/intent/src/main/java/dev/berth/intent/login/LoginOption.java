package dev.berth.intent.login;

import dev.berth.intent.account.Admission;

/**
 * A way to log in, as an operator has set it up.
 *
 * @param name its name in addresses
 * @param displayName its name for people
 * @param admission who may come by it who has no account
 * @param linksByEmail whether who proves an address by it is taken for the user with that address
 */
public record LoginOption(
        String name, String displayName, Admission admission, boolean linksByEmail) {}
