package dev.berth.intent.account;

import dev.berth.model.Email;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody shows who wants a password: an address, the code that was mailed to it, and the
 * password. Never prints the latter two.
 *
 * @param email the address
 * @param code the code
 * @param password the password to be
 */
public record Proof(String email, String code, String password) {

    /** Shortest password, in characters. */
    public static final int SHORTEST = 8;

    /** Longest password, in characters. */
    public static final int LONGEST = 200;

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** Returns the address; refuses what cannot be, all of it at once. */
    Email checked(String attempted) {
        List<Problem> problems = new ArrayList<>();
        if (Email.parse(email).isEmpty()) {
            problems.add(new Problem("/email", "must be an address such as ada@example.org"));
        }
        if (!CODE.matcher(code).matches()) {
            problems.add(new Problem("/code", "must be the 6 digits that were mailed to you"));
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            problems.add(
                    new Problem(
                            "/password",
                            "must have " + SHORTEST + " to " + LONGEST + " characters"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, attempted, problems);
        }
        return Email.parse(email).orElseThrow();
    }

    @Override
    public String toString() {
        return "Proof[" + email + "]";
    }
}
