package dev.berth.container;

import dev.berth.container.Client.Answer;
import dev.berth.identity.testing.FakeProvider;
import java.net.URI;

/**
 * A browser that logs in by a provider: it keeps one cookie, and follows no address by itself.
 *
 * @param outer Outer
 * @param provider the provider
 */
record Browser(Client outer, FakeProvider provider) {

    static final String COOKIE = "berth-login=";

    /** Where it was sent to, and the cookie that it got. */
    record Sent(URI location, String cookie) {}

    /** Begins a login. */
    Sent begin(String name, String query) {
        return sent(outer.get("/api/auth/provider/" + name + query));
    }

    static Sent sent(Answer answer) {
        String location =
                answer.status() == 303 ? answer.header("Location") : answer.text("location");
        return new Sent(URI.create(location), cookie(answer));
    }

    /** Returns the cookie that an answer sets, as it is sent back. */
    static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    /** Consents at the provider, and comes back. */
    Answer back(Sent sent) {
        return outer.get(path(sent), "Cookie", sent.cookie());
    }

    /** Consents at the provider, and returns where it sends the browser. */
    String path(Sent sent) {
        URI back = provider.consent(sent.location());
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    /** Logs in, from the beginning to the end. */
    Answer login(String name) {
        return back(begin(name, ""));
    }
}
