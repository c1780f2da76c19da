package dev.berth.cli;

import java.net.URI;
import java.util.Optional;

/**
 * The Berth that is spoken to, as whom, and for whom.
 *
 * @param url its address
 * @param token proves who speaks
 * @param tenant the tenant's id; empty for the speaker's own
 */
record Target(URI url, Optional<String> token, Optional<String> tenant) {

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
