package dev.berth.edge;

import java.util.Locale;

/** Brings the target of a request line to the form in which it can be sent on. */
final class RequestUri {

    /** What cannot be sent on at all. */
    static final String MALFORMED = "";

    private RequestUri() {}

    /**
     * Returns {@code uri} with bytes that are not ASCII percent-encoded, or {@link #MALFORMED}
     * where it holds what would end the line.
     */
    static String plain(String uri) {
        boolean ascii = true;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c == 0x7f || c > 0xff) {
                return MALFORMED;
            }
            ascii &= c < 0x7f;
        }
        return ascii ? uri : encoded(uri);
    }

    private static String encoded(String uri) {
        StringBuilder plain = new StringBuilder(uri.length() + 32);
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c < 0x80) {
                plain.append(c);
            } else {
                plain.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        return plain.toString();
    }
}
