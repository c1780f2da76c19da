package dev.berth.intent.account;

import java.util.ArrayList;
import java.util.List;

/** Hashes nothing, and remembers against what it was asked to compare. */
final class PlainPasswords implements PasswordHasher {

    private final List<String> compared = new ArrayList<>();

    @Override
    public String hash(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        compared.add(hash);
        return hash.equals(hash(password));
    }

    List<String> compared() {
        return List.copyOf(compared);
    }
}
