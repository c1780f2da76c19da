package dev.berth.rest.outer.login;

import dev.berth.intent.login.ProviderLogins;
import dev.berth.intent.login.Ticket;
import dev.berth.rest.CurrentRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that holds a browser's ticket while it logs in: no script reads it, and no other site
 * has it sent along but by a link that somebody follows.
 *
 * @param secure whether browsers find Outer by TLS: then no other host may set the cookie, not even
 *     one below the same domain, as workers are
 */
record LoginCookie(boolean secure) {

    static final String HEADER = "Set-Cookie";

    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=";

    /** Returns what has the browser keep {@code ticket}. */
    String keep(Ticket ticket) {
        return set(ticket.secret(), ProviderLogins.LIFE.toSeconds());
    }

    /** Returns what has the browser forget it. */
    String forget() {
        return set("", 0);
    }

    /** Returns the ticket that a browser sends. */
    Optional<Ticket> read(CurrentRequest request) {
        String start = name() + "=";
        return Arrays.stream(request.header("Cookie").split(";", -1))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(start))
                .findFirst()
                .flatMap(cookie -> Ticket.parse(cookie.substring(start.length())));
    }

    private String set(String value, long seconds) {
        return name() + "=" + value + ATTRIBUTES + seconds + (secure ? "; Secure" : "");
    }

    private String name() {
        return secure ? "__Host-berth-login" : "berth-login";
    }
}
