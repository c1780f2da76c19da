package dev.berth.cli;

import java.net.URI;
import java.util.Optional;

/** The Berth that is spoken to, and as whom. */
record Target(URI url, Optional<String> token) {

    String tokenOrRefuse() {
        return token.orElseThrow(
                () ->
                        new Failure(
                                ExitStatus.DENIED,
                                "there is no token for "
                                        + url
                                        + ": run 'berth login', or give one by --token-file or"
                                        + " BERTH_TOKEN"));
    }

    // the token is not for showing
    @Override
    public String toString() {
        return url.toString();
    }
}
