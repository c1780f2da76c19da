package dev.berth.rest.outer.caller;

import dev.berth.intent.audit.WayIn;
import dev.berth.rest.Bearer;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.Relayed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Lets Berth's other parts ask for users, on the routes that are {@link Relayed}. */
@Provider
@Dependent
@Priority(SignatureFilter.BEFORE_TOKENS - 1)
public class RelayFilter implements ContainerRequestFilter {

    private static final String USER = "X-Berth-User";

    // RESTEasy takes only constructors without parameters for providers
    @Inject private PartOfBerth part;
    @Inject private CallerCheck callers;
    @Inject private CurrentRequest request;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        String user = request.header(USER);
        String header = request.header(HttpHeaders.AUTHORIZATION);
        // whoever else sends that header is let in as himself, or not at all
        if (!user.isEmpty()
                && route.getResourceMethod().isAnnotationPresent(Relayed.class)
                && part.shows(bearer(header))) {
            request.put(WayIn.class, WayIn.SERVICE);
            callers.admit(part.caller(user), request);
        }
    }

    private static String bearer(String header) {
        return header.isEmpty() ? "" : Bearer.token(header);
    }
}
