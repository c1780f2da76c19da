package dev.berth.rest.outer.login;

import dev.berth.intent.account.Authentication.Session;

/** A session as a client sees it. */
public record SessionView(String userId, String token) {

    static SessionView of(Session session) {
        return new SessionView(session.user().toString(), session.token());
    }

    @Override
    public String toString() {
        return "SessionView[" + userId + "]";
    }
}
