package dev.berth.rest;

import java.util.regex.Pattern;

/** Media types that make Liberty stumble, while it looks for the language of an error page. */
final class ContentTypes {

    static final String OPEN =
            "cannot read the Content-Type: a quotation mark in it has no other that closes it";

    private static final Pattern PAIR = Pattern.compile("\\\\.");

    private ContentTypes() {}

    /** Returns whether a quoted text in it does not end; {@code null} is none. */
    static boolean open(String type) {
        return type != null
                && PAIR.matcher(type).replaceAll("").chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
