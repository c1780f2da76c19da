package dev.berth.identity.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a provider of OpenID Connect publishes of itself.
 *
 * @param authorization where browsers are sent to
 * @param token where codes are redeemed
 * @param keys where its keys are
 * @param userInfo where to ask about a user
 * @param secretInBody whether a client's secret goes into the body, and not into a header
 */
record Metadata(
        URI authorization, URI token, URI keys, Optional<URI> userInfo, boolean secretInBody) {

    private static final String METHODS = "token_endpoint_auth_methods_supported";

    /** Reads it; refuses what another issuer published. */
    static Metadata of(JsonNode published, URI issuer, Distrust distrust) {
        if (!ProviderAnswer.text(published, "issuer").equals(issuer.toString())) {
            throw distrust.away("discovery: it is of another issuer");
        }
        return new Metadata(
                address(published, "authorization_endpoint", distrust),
                address(published, "token_endpoint", distrust),
                address(published, "jwks_uri", distrust),
                optional(published, "userinfo_endpoint"),
                names(published.path(METHODS), "client_secret_post")
                        && !names(published.path(METHODS), "client_secret_basic"));
    }

    private static URI address(JsonNode published, String member, Distrust distrust) {
        return optional(published, member)
                .orElseThrow(
                        () -> distrust.away("discovery: %s is no safe address".formatted(member)));
    }

    private static Optional<URI> optional(JsonNode published, String member) {
        return ProviderAddress.parse(ProviderAnswer.text(published, member));
    }

    private static boolean names(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one -> one.asText().equals(name));
    }
}
