package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;

import dev.berth.spi.PluginException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User ids from {@code first} to {@code last}, both included. */
record UserRange(long first, long last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,10})-(\\d{1,10})");
    private static final long LEAST = 1_000;
    private static final long MOST = Integer.MAX_VALUE;
    private static final long NOBODY = 65_534;

    /** Returns the range that an operator wrote; empty for {@code off}. */
    static Optional<UserRange> parse(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw unusable(text);
        }
        UserRange range =
                new UserRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        boolean reserved = range.first <= NOBODY + 1 && range.last >= NOBODY;
        if (range.first < LEAST || range.last > MOST || range.first > range.last || reserved) {
            throw unusable(text);
        }
        return Optional.of(range);
    }

    private static PluginException unusable(String text) {
        return new PluginException(
                INVALID,
                "cannot use the users '%s'; write first-last, such as 2000000000-2000065535, without 0-999, 65534 and 65535, or 'off'"
                        .formatted(text));
    }
}
