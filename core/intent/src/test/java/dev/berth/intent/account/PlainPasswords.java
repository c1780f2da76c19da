package dev.berth.intent.account;

import java.util.ArrayList;
import java.util.List;

/** Hashes nothing, and remembers against what it was asked to compare. */
final class PlainPasswords implements PasswordHasher {

    private final List<String> compared = new ArrayList<>();
    private int hashed;

    @Override
    public String hash(String password) {
        hashed++;
        return made(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        compared.add(hash);
        return hash.equals(made(password));
    }

    List<String> compared() {
        return List.copyOf(compared);
    }

    /** Returns how many were hashed. */
    int hashed() {
        return hashed;
    }

    private static String made(String password) {
        return "hash of " + password;
    }
}
