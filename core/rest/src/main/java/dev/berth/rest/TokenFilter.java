package dev.berth.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;

/**
 * Lets only known callers through, but on routes that are {@link Public}; where an earlier filter
 * found out who asks, no token is needed.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

    // RESTEasy takes only constructors without parameters for providers
    @Inject private TokenCheck check;
    @Inject private CurrentRequest request;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!route.getResourceMethod().isAnnotationPresent(Public.class) && !request.known()) {
            String header = context.getHeaderString(HttpHeaders.AUTHORIZATION);
            check.check(Bearer.token(Objects.requireNonNullElse(header, "")), request);
        }
    }
}
