package dev.berth.identity.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Lets Berth ask a provider about its user. Never prints itself. */
record AccessToken(String value) {

    // it goes into a header
    private static final Pattern FORM = Pattern.compile("[!-~]{1,8192}");

    /** Returns the one in what a code was redeemed for. */
    static AccessToken in(JsonNode tokens, Distrust distrust) {
        String text = ProviderAnswer.text(tokens, "access_token");
        if (!FORM.matcher(text).matches()) {
            throw distrust.away("token: no access_token");
        }
        return new AccessToken(text);
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
