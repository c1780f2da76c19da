package dev.berth.intent.login;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place of Berth's own that a browser is sent to: no other host, however it is written. */
final class OwnPath {

    // no backslash, which browsers take for a slash, and no second slash, after which a host stands
    private static final Pattern FORM =
            Pattern.compile("/(?:[A-Za-z0-9._~%=&?-][A-Za-z0-9._~%=&?/-]{0,498})?");

    private OwnPath() {}

    /** Returns {@code text}, if it is one; empty for empty text. */
    static Optional<String> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!FORM.matcher(text).matches()) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot begin the login",
                    List.of(
                            new Problem(
                                    "/return_to",
                                    "must be a path of this Berth, such as /console")));
        }
        return Optional.of(text);
    }
}
