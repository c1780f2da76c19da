package dev.berth.rest.outer.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.once.IdempotencyKey;
import dev.berth.intent.once.KeyedRequest;
import dev.berth.model.Caller;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.BodyDigest;
import dev.berth.rest.outer.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Objects;

/** Notes for {@link OnceInterceptor} which request is to have one effect: it has the body. */
@Provider
@Dependent
@Priority(Priorities.HEADER_DECORATOR)
public class KeyFilter implements ContainerRequestFilter {

    // RESTEasy takes only constructors without parameters for providers
    @Inject private CurrentCaller caller;
    @Inject private CurrentRequest request;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = route.getResourceMethod();
        KeyHeader.of(context, method)
                .map(key -> keyed(context, method, key))
                .ifPresent(keyed -> request.put(KeyedRequest.class, keyed));
    }

    private KeyedRequest keyed(ContainerRequestContext context, Method method, IdempotencyKey key) {
        Caller asking = caller.get();
        URI uri = context.getUriInfo().getRequestUri();
        String what =
                String.join(
                        "\n",
                        asking.user().toString(),
                        context.getMethod(),
                        uri.getRawPath(),
                        Objects.requireNonNullElse(uri.getRawQuery(), ""),
                        BodyDigest.of(context, method));
        return new KeyedRequest(asking.tenant(), key, BodyDigest.sha256(what.getBytes(UTF_8)));
    }
}
