package dev.berth.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Lets {@code /api/x} be {@code /api/v1/x}. */
@Provider
@Dependent
@PreMatching
public final class VersionlessPaths implements ContainerRequestFilter {

    private static final String API = "/api/";
    private static final String VERSIONED = "/api/v1";

    @Override
    public void filter(ContainerRequestContext context) {
        UriInfo uri = context.getUriInfo();
        String path = uri.getRequestUri().getRawPath();
        String canonical = canonical(path);
        if (!canonical.equals(path)) {
            context.setRequestUri(uri.getBaseUri(), replace(uri, canonical));
        }
    }

    private static URI replace(UriInfo uri, String path) {
        return uri.getRequestUriBuilder().replacePath(path).build();
    }

    static String canonical(String path) {
        boolean versioned = path.equals(VERSIONED) || path.startsWith(VERSIONED + "/");
        return path.startsWith(API) && !versioned
                ? VERSIONED + "/" + path.substring(API.length())
                : path;
    }
}
