package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names an uploaded source by the SHA-256 of its archive. */
public record SourceId(String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final String PREFIX = "sha256:";

    public SourceId {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("'" + sha256 + "' does not name a source");
        }
    }

    /**
     * Returns the id that {@code text} is, with or without {@code sha256:}; empty for other text.
     */
    public static Optional<SourceId> parse(String text) {
        String hex = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return HEX.matcher(hex).matches() ? Optional.of(new SourceId(hex)) : Optional.empty();
    }

    @Override
    public String toString() {
        return PREFIX + sha256;
    }
}
