package dev.berth.rest.outer.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.account.SignedRequest;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.BodyDigest;
import dev.berth.rest.outer.SingleHeader;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signatures of version 2: over the whole request but for its headers, in one header. */
final class BerthSignature {

    private static final String HEADER = "X-Berth-Signature";
    private static final Pattern FORM =
            Pattern.compile(
                    "v2 (?<user>[0-9a-f-]{36}) (?<timestamp>"
                            + SignatureText.TIMESTAMP
                            + ") (?<nonce>[A-Za-z0-9_-]{16,64}) (?<signature>[A-Za-z0-9_-]{43})");

    private BerthSignature() {}

    static boolean present(ContainerRequestContext context) {
        return SingleHeader.present(context, HEADER);
    }

    /** Reads it, and the body only once the header is as it must be. */
    static SignedRequest read(
            ContainerRequestContext context, CurrentRequest request, Method route) {
        Matcher form =
                FORM.matcher(
                        SingleHeader.of(context, HEADER).orElseThrow(BerthSignature::malformed));
        if (!form.matches()) {
            throw malformed();
        }
        String timestamp = form.group("timestamp");
        String nonce = form.group("nonce");
        Instant at = SignatureText.time(timestamp).orElseThrow(BerthSignature::malformed);
        UserId user = UserId.parse(form.group("user")).orElseThrow(BerthSignature::malformed);
        byte[] signature =
                SignatureText.hmac(form.group("signature")).orElseThrow(BerthSignature::malformed);
        String digest = BodyDigest.of(context, route);
        byte[] message =
                String.join(
                                "\n",
                                request.method(),
                                request.path(),
                                request.query(),
                                digest,
                                timestamp,
                                nonce)
                        .getBytes(UTF_8);
        return SignedRequest.of(user, at, message, signature).by(nonce);
    }

    private static Refusal malformed() {
        return SignatureText.malformed(
                "one header '"
                        + HEADER
                        + ": v2 <user_id> <timestamp> <nonce> <signature>' with a space between"
                        + " two, the time in milliseconds since 1970, a nonce of 16 to 64"
                        + " characters of base64url, and the signature in base64url");
    }
}
