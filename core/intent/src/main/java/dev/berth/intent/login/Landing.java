package dev.berth.intent.login;

import dev.berth.intent.account.Authentication.Session;

/** How a browser's way to a provider and back ends. */
public sealed interface Landing {

    /** With a session, at once. */
    record Opened(Session session) implements Landing {}

    /** With one more way to log in. */
    record Linked(String provider) implements Landing {}

    /** At a place of Berth's own. */
    record Sent(String path) implements Landing {}
}
