package dev.berth.rest.outer.login;

import dev.berth.intent.login.Identity;
import java.time.Instant;

/** A linked login as its user sees it. */
public record IdentityView(
        String id, String provider, String issuer, String subject, Instant createdAt) {

    static IdentityView of(Identity identity) {
        return new IdentityView(
                identity.id().toString(),
                identity.provider(),
                identity.issuer(),
                identity.subject(),
                identity.createdAt());
    }
}
