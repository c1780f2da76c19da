package dev.berth.rest.outer.account;

import dev.berth.intent.account.Proof;

/** What somebody shows who wants a password. */
public record ProofBody(String email, String code, String password) {

    Proof proof() {
        return new Proof(email, code, password);
    }

    @Override
    public String toString() {
        return "ProofBody[" + email + "]";
    }
}
