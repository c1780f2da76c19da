package dev.berth.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.account.CodeHasher;
import dev.berth.intent.account.Origin;
import dev.berth.model.Email;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes codes by HMAC-SHA256 with a key that only Outer has: who reads the database cannot try all
 * the codes that there are.
 */
public final class HmacCodeHasher implements CodeHasher {

    private static final String ALGORITHM = "HmacSHA256";

    // another use of the key than to sign sessions
    private static final String PURPOSE = "berth mailed code";

    private final SecretKeySpec key;

    /** Creates it with the key of sessions, of which it makes its own. */
    public HmacCodeHasher(SessionKey key) {
        this.key = new SecretKeySpec(mac(key.bytes(), PURPOSE), ALGORITHM);
    }

    @Override
    public String hash(Email email, Origin origin, String code) {
        String text = String.join("\n", email.value(), origin.network(), code);
        return HexFormat.of().formatHex(mac(key.getEncoded(), text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
