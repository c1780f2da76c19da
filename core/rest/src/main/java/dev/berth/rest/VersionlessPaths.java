package dev.berth.rest;

import dev.berth.model.Refusal;
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
        String path = address(uri).getRawPath();
        String canonical = canonical(path);
        if (!canonical.equals(path)) {
            context.setRequestUri(uri.getBaseUri(), replace(uri, canonical));
        }
    }

    /** The framework reads it with the first question, and takes what is no URI for a bug. */
    private static URI address(UriInfo uri) {
        try {
            return uri.getRequestUri();
        } catch (IllegalArgumentException _) {
            throw Refusal.of(
                    Refusal.Kind.MALFORMED,
                    "cannot read the address of the request: in its path and its query, percent"
                            + " and two digits must stand for what is no letter, digit or sign of"
                            + " RFC 3986");
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
