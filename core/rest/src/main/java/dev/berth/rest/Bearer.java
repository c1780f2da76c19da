package dev.berth.rest;

import dev.berth.model.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the token out of an {@code Authorization} header. */
public final class Bearer {

    private static final Pattern HEADER =
            Pattern.compile("(?i:bearer) +(?<token>[A-Za-z0-9._~+/=-]{1,4096})");

    private Bearer() {}

    /** Returns the token; refuses where {@code header} has none. */
    public static String token(String header) {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "a token is needed: send the header 'Authorization: Bearer <token>'");
        }
        return matcher.group("token");
    }
}
