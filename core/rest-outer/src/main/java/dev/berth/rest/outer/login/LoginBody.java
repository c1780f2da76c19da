package dev.berth.rest.outer.login;

/** What a user proves himself by. */
public record LoginBody(String email, String password) {

    @Override
    public String toString() {
        return "LoginBody[" + email + "]";
    }
}
