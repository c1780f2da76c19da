package dev.berth.rest.outer.login;

import java.net.URI;

/**
 * Where browsers find this Outer. It is never taken from a request, which may name any host.
 *
 * @param outer the address as users type it
 */
public record LoginAddresses(URI outer) {

    private static final String PATH = "/api/v1/auth/provider/";

    /** Returns where browsers come back to from that provider. */
    public URI back(String provider) {
        return own(begin(provider) + "/callback");
    }

    /** Returns the path by which a login begins. */
    String begin(String provider) {
        return PATH + provider;
    }

    /** Returns the address of a path. */
    URI own(String path) {
        return URI.create(outer.toString().replaceFirst("/+$", "") + path);
    }

    /** Returns the cookie that holds a browser's ticket. */
    LoginCookie cookie() {
        return new LoginCookie(outer.getScheme().equals("https"));
    }
}
