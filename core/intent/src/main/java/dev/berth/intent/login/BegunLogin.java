package dev.berth.intent.login;

import dev.berth.model.UserId;
import java.util.Optional;

/**
 * A login whose browser is at a provider.
 *
 * @param provider the provider's name
 * @param path where the browser goes at the end
 * @param link who wants to be known by it; empty for somebody who wants to come in
 */
public record BegunLogin(String provider, Optional<String> path, Optional<UserId> link) {}
