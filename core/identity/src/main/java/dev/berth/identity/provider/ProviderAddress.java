package dev.berth.identity.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that secrets may be sent to: by TLS, or without it to this very machine. */
public final class ProviderAddress {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ProviderAddress() {}

    /** Returns the address that {@code text} is; empty for any other. */
    public static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text);
            return safe(address) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean safe(URI address) {
        if (address.getScheme() == null
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            return false;
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> HERE.contains(address.getHost());
            default -> false;
        };
    }
}
