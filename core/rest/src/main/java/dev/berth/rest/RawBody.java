package dev.berth.rest;

import dev.berth.model.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a request's body, as they came. */
public final class RawBody {

    /** The most bytes of a body that is held in memory. */
    static final int LONGEST = 1024 * 1024;

    private RawBody() {}

    /**
     * Returns the body, and puts it back for whoever reads it next; refuses one that is too long.
     */
    public static byte[] of(ContainerRequestContext context) {
        byte[] bytes = read(context.getEntityStream());
        context.setEntityStream(new ByteArrayInputStream(bytes));
        return bytes;
    }

    static byte[] read(InputStream body) {
        byte[] bytes = begun(body);
        if (bytes.length > LONGEST) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "the request is too large: a JSON body may have " + LONGEST + " bytes");
        }
        return bytes;
    }

    private static byte[] begun(InputStream body) {
        try {
            return body.readNBytes(LONGEST + 1);
        } catch (IOException _) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot read the body: it ends too early, or is not what the header"
                            + " Content-Encoding says");
        }
    }
}
