package dev.berth.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.login.Ticket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values, as a query or the body of a request. Never prints the values. */
record Form(Map<String, String> values) {

    /** Returns this with one more value. */
    Form with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Form(more);
    }

    static Form of(String name, String value) {
        return new Form(Map.of(name, value));
    }

    /** Returns what a browser has to be sent with for a code that {@code client} redeems. */
    static Form authorization(ClientSettings client, Ticket ticket) {
        return of("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", client.redirect().toString())
                .with("scope", String.join(" ", client.scopes()))
                .with("state", ticket.state())
                .with("code_challenge", ticket.challenge())
                .with("code_challenge_method", "S256");
    }

    /** Returns what a code is redeemed by. */
    static Form redemption(ClientSettings client, String code, Ticket ticket) {
        return of("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", client.redirect().toString())
                .with("client_id", client.id())
                .with("code_verifier", ticket.verifier());
    }

    /** Returns {@code address} with these in its query, after what it has there. */
    URI appendedTo(URI address) {
        String text = address.toString();
        return URI.create(text + (address.getRawQuery() == null ? "?" : "&") + encoded());
    }

    String encoded() {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public String toString() {
        return "Form" + values.keySet();
    }
}
