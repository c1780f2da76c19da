package dev.berth.identity.provider;

import dev.berth.intent.login.LoginOption;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What Berth is to a provider.
 *
 * @param option what the operator calls it, and who may come by it
 * @param id the client's id there
 * @param secret what it proves itself by; empty for a client that has none
 * @param scopes what it asks for
 * @param redirect where browsers come back to
 */
public record ClientSettings(
        LoginOption option,
        String id,
        Optional<ClientSecret> secret,
        List<String> scopes,
        URI redirect) {

    public ClientSettings {
        scopes = List.copyOf(scopes);
    }
}
