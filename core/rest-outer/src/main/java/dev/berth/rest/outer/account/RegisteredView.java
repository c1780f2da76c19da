package dev.berth.rest.outer.account;

import dev.berth.intent.account.Registration.Registered;

/** What somebody gets who has registered. */
public record RegisteredView(String userId, String email, String token, String secretKey) {

    static RegisteredView of(Registered registered) {
        return new RegisteredView(
                registered.session().user().toString(),
                registered.email().value(),
                registered.session().token(),
                registered.secretKey().text());
    }

    @Override
    public String toString() {
        return "RegisteredView[" + userId + "]";
    }
}
