package dev.berth.rest.outer.once;

import dev.berth.intent.once.IdempotencyKey;
import dev.berth.model.Refusal;
import dev.berth.rest.Public;
import dev.berth.rest.outer.SingleHeader;
import dev.berth.rest.outer.Streamed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Optional;

/** Reads the header by which a request has one effect. */
public final class KeyHeader {

    static final String NAME = "Idempotency-Key";

    private KeyHeader() {}

    /** Returns it; empty where there is none, or where the route pays it no heed. */
    public static Optional<IdempotencyKey> of(ContainerRequestContext context, Method route) {
        if (!counts(route) || !SingleHeader.present(context, NAME)) {
            return Optional.empty();
        }
        return Optional.of(
                SingleHeader.of(context, NAME)
                        .flatMap(IdempotencyKey::parse)
                        .orElseThrow(KeyHeader::malformed));
    }

    /**
     * Returns whether {@code route} changes something for its caller. What is streamed is kept by
     * its digest, so that twice is once anyway; what answers late changes nothing.
     */
    static boolean counts(Method route) {
        return !route.isAnnotationPresent(GET.class)
                && !route.isAnnotationPresent(Public.class)
                && !route.isAnnotationPresent(Streamed.class)
                && route.getReturnType() != void.class;
    }

    private static Refusal malformed() {
        return Refusal.of(
                Refusal.Kind.MALFORMED,
                "cannot read the header '"
                        + NAME
                        + "': send it once, with 1 to 128 visible characters of ASCII");
    }
}
