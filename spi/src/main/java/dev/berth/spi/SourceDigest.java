package dev.berth.spi;

import java.util.regex.Pattern;

/** Names an uploaded source by the SHA-256 of its archive: 64 lower-case hexadecimal digits. */
public record SourceDigest(String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public SourceDigest {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "a source digest is 64 lower-case hexadecimal digits, not '" + sha256 + "'");
        }
    }

    /** Returns {@code sha256:} and the digits. */
    @Override
    public String toString() {
        return "sha256:" + sha256;
    }
}
