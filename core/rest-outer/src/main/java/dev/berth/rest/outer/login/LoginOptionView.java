package dev.berth.rest.outer.login;

import dev.berth.intent.login.LoginOption;

/**
 * A way to log in as a client sees it.
 *
 * @param name its name
 * @param displayName its name for people
 * @param path where to send a browser
 */
public record LoginOptionView(String name, String displayName, String path) {

    static LoginOptionView of(LoginOption option, LoginAddresses addresses) {
        return new LoginOptionView(
                option.name(), option.displayName(), addresses.begin(option.name()));
    }
}
