package dev.berth.rest.outer.account;

import dev.berth.intent.account.SigningKey;

/** A key to sign by, as its owner sees it once. */
public record SecretKeyView(String secretKey) {

    static SecretKeyView of(SigningKey key) {
        return new SecretKeyView(key.text());
    }

    @Override
    public String toString() {
        return "SecretKeyView";
    }
}
