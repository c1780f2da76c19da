package dev.berth.rest.outer;

import dev.berth.rest.RawBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells bodies from each other. */
public final class BodyDigest {

    private BodyDigest() {}

    /** Returns the SHA-256 of the body; on a route that reads it later, the one it is held to. */
    public static String of(ContainerRequestContext context, Method route) {
        Streamed streamed = route.getAnnotation(Streamed.class);
        return streamed == null
                ? sha256(RawBody.of(context))
                : context.getUriInfo().getPathParameters().getFirst(streamed.value());
    }

    /** Returns the SHA-256 of {@code bytes} in 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
