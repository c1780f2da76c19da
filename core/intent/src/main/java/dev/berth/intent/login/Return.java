package dev.berth.intent.login;

import java.util.Optional;

/**
 * What a browser brings from a provider. Never prints the code.
 *
 * @param state what it was sent with
 * @param code what stands for the user; empty where the provider refused
 * @param error why it refused, in a word
 * @param issuer who says so, where the provider tells that (RFC 9207)
 */
public record Return(String state, String code, String error, Optional<String> issuer) {

    @Override
    public String toString() {
        return "Return[***]";
    }
}
