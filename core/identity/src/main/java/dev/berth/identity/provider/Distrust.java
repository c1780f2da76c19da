package dev.berth.identity.provider;

import dev.berth.model.Refusal;

/**
 * Says no in words that tell a client what to do, and an operator in the log what it was. What a
 * provider sent is in neither: it may be hostile, or hold a secret.
 *
 * @param provider the provider's name
 */
record Distrust(String provider) {

    private static final System.Logger LOG = System.getLogger(Distrust.class.getName());

    /** Returns the refusal where the provider is away, or does not answer as it should. */
    Refusal away(String why) {
        log(why);
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "cannot log in by '%s': it does not answer as it should; try again in a moment, or log in otherwise"
                        .formatted(provider));
    }

    /** Returns the refusal where what the provider answers proves nothing. */
    Refusal unproven(String why) {
        log(why);
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "cannot log in by '%s': what it says of you is not valid here; begin again, and ask an operator if that does not help"
                        .formatted(provider));
    }

    private void log(String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "a login provider is of no use provider={0} why={1}",
                provider,
                why);
    }
}
