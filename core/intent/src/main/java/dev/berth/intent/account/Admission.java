package dev.berth.intent.account;

/** Who may register. */
public enum Admission {
    /** Those who are invited. */
    CLOSED,

    /** Everybody who reads the mail of an address. */
    OPEN
}
