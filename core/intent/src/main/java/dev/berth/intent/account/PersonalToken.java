package dev.berth.intent.account;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The text of personal access tokens: {@code bt_} and what nobody guesses. */
public final class PersonalToken {

    private static final String PREFIX = "bt_";
    private static final int BYTES = 32;

    private PersonalToken() {}

    /** Returns a new one; {@code random} has to be one that nobody can foretell. */
    public static String random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns whether {@code bearer} looks like one. */
    public static boolean looksLike(String bearer) {
        return bearer.startsWith(PREFIX);
    }
}
