package dev.berth.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses to begin a stream for somebody who asks for its head: nobody would ever end it. */
@Provider
@Dependent
@Priority(Priorities.USER)
public class HeadFilter implements ContainerRequestFilter {

    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        Produces produces = route.getResourceMethod().getAnnotation(Produces.class);
        if (context.getMethod().equals(HttpMethod.HEAD)
                && produces != null
                && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS)) {
            throw new NotAllowedException(HttpMethod.GET);
        }
    }
}
