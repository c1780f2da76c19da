package dev.berth.rest;

/** Knows whom a bearer token belongs to; each gateway in its own way. */
@FunctionalInterface
public interface TokenCheck {

    /** Notes in {@code request} who asks; refuses where the token is not good. */
    void check(String token, CurrentRequest request);
}
