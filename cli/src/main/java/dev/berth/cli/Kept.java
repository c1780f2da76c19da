package dev.berth.cli;

import java.util.Optional;

/**
 * What is kept of a Berth for the commands to come.
 *
 * @param url its address
 * @param token proves who speaks
 * @param tenant whom commands are for; empty for the speaker's own
 */
record Kept(Optional<String> url, Optional<String> token, Optional<String> tenant) {

    static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty(), Optional.empty());

    Kept withoutToken() {
        return new Kept(url, Optional.empty(), tenant);
    }

    // the token is not for showing
    @Override
    public String toString() {
        return url.orElse("nothing");
    }
}
