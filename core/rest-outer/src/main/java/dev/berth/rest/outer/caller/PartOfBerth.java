package dev.berth.rest.outer.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.account.Delegates;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import java.security.MessageDigest;

/** Knows Berth's other parts by the token that they show each other, and whom they ask for. */
public final class PartOfBerth {

    private final byte[] token;
    private final Delegates delegates;

    /** Creates it from the service token. */
    public PartOfBerth(String token, Delegates delegates) {
        this.token = token.getBytes(UTF_8);
        this.delegates = delegates;
    }

    /** Returns whether {@code shown} is the service token. */
    boolean shows(String shown) {
        return MessageDigest.isEqual(token, shown.getBytes(UTF_8));
    }

    /** Returns the user of that id, as who asks. */
    Caller caller(String user) {
        return UserId.parse(user)
                .flatMap(delegates::find)
                .orElseThrow(() -> Refusal.absent("user", user));
    }
}
