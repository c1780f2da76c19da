package dev.berth.edge;

import java.util.Locale;

/** Brings the host of a request to the form in which routes name it. */
final class HostName {

    /** What is not a host name at all; no route has this host. */
    static final String MALFORMED = "";

    private static final int LONGEST = 253;

    private HostName() {}

    /** Returns the host in lower case without port and trailing dot, or {@link #MALFORMED}. */
    static String of(String authority) {
        int end = portStart(authority);
        if (end > 0 && authority.charAt(end - 1) == '.') {
            end--;
        }
        boolean plain = end > 0 && end <= LONGEST;
        boolean lower = true;
        for (int i = 0; plain && i < end; i++) {
            char c = authority.charAt(i);
            plain = allowed(c);
            lower &= c < 'A' || c > 'Z';
        }
        if (!plain) {
            return MALFORMED;
        }
        String host = authority.substring(0, end);
        return lower ? host : host.toLowerCase(Locale.ROOT);
    }

    private static int portStart(String authority) {
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || authority.indexOf(']', colon) >= 0) {
            return authority.length();
        }
        for (int i = colon + 1; i < authority.length(); i++) {
            if (authority.charAt(i) < '0' || authority.charAt(i) > '9') {
                return -1;
            }
        }
        return colon;
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || ".-_:[]".indexOf(c) >= 0;
    }
}
