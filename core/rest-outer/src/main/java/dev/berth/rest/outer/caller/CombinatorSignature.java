package dev.berth.rest.outer.caller;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.berth.intent.account.SignedRequest;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import dev.berth.rest.RawBody;
import dev.berth.rest.outer.SingleHeader;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Signatures of version 1: over the body's bytes and the timestamp, in three headers. */
final class CombinatorSignature {

    private static final String USER = "X-Combinator-User-ID";
    private static final String TIMESTAMP = "X-Combinator-Timestamp";
    private static final String SIGNATURE = "X-Combinator-Signature";

    private CombinatorSignature() {}

    /** Returns whether there is any part of one. */
    static boolean present(ContainerRequestContext context) {
        return List.of(USER, TIMESTAMP, SIGNATURE).stream()
                .anyMatch(name -> SingleHeader.present(context, name));
    }

    /** Reads it, and the body only once the headers are as they must be. */
    static SignedRequest read(ContainerRequestContext context) {
        String timestamp =
                SingleHeader.of(context, TIMESTAMP).orElseThrow(CombinatorSignature::malformed);
        Instant at = SignatureText.time(timestamp).orElseThrow(CombinatorSignature::malformed);
        UserId user =
                SingleHeader.of(context, USER)
                        .flatMap(UserId::parse)
                        .orElseThrow(CombinatorSignature::malformed);
        byte[] signature =
                SingleHeader.of(context, SIGNATURE)
                        .flatMap(SignatureText::hmac)
                        .orElseThrow(CombinatorSignature::malformed);
        return SignedRequest.of(user, at, message(RawBody.of(context), timestamp), signature);
    }

    static byte[] message(byte[] body, String timestamp) {
        byte[] end = timestamp.getBytes(US_ASCII);
        byte[] message = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, message, body.length, end.length);
        return message;
    }

    private static Refusal malformed() {
        return SignatureText.malformed(
                "the headers %s, %s in milliseconds since 1970, and %s in base64url, once each"
                        .formatted(USER, TIMESTAMP, SIGNATURE));
    }
}
