package dev.berth.intent.account;

import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A request that somebody says he signed. */
public final class SignedRequest {

    private final UserId user;
    private final Instant at;
    private final byte[] message;
    private final byte[] signature;
    private final Optional<String> nonce;
    private final Optional<String> repeatableBy;

    private SignedRequest(
            UserId user,
            Instant at,
            byte[] message,
            byte[] signature,
            Optional<String> nonce,
            Optional<String> repeatableBy) {
        this.user = user;
        this.at = at;
        this.message = message.clone();
        this.signature = signature.clone();
        this.nonce = nonce;
        this.repeatableBy = repeatableBy;
    }

    /** Returns one that {@code user} signed at {@code at}; what is signed is {@code message}. */
    public static SignedRequest of(UserId user, Instant at, byte[] message, byte[] signature) {
        return new SignedRequest(user, at, message, signature, Optional.empty(), Optional.empty());
    }

    /** Returns it, told from others by {@code nonce} instead of by its signature. */
    public SignedRequest by(String chosen) {
        return new SignedRequest(user, at, message, signature, Optional.of(chosen), repeatableBy);
    }

    /** Returns it, which may come again together with {@code key} alone. */
    public SignedRequest repeatable(String key) {
        return new SignedRequest(user, at, message, signature, nonce, Optional.of(key));
    }

    UserId user() {
        return user;
    }

    Instant at() {
        return at;
    }

    byte[] message() {
        return message.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    /**
     * Returns what tells it from the others of its user: its signature has more than one writing.
     */
    String mark() {
        return nonce.map("v2 "::concat)
                .orElseGet(
                        () ->
                                "v1 "
                                        + Base64.getUrlEncoder()
                                                .withoutPadding()
                                                .encodeToString(signature));
    }

    Optional<String> repeatableBy() {
        return repeatableBy;
    }
}
