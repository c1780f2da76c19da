package dev.berth.intent.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The place in the network that a request comes from.
 *
 * @param network an address of IPv4, or the half of one of IPv6 that a subscriber is given as a
 *     whole
 */
public record Origin(String network) {

    private static final int HALF = 8;

    /** Returns the place of {@code address}; text that is no address is a place of its own. */
    public static Origin of(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address
                    ? new Origin(half(literal.getAddress()))
                    : new Origin(literal.getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return new Origin(address);
        }
    }

    private static String half(byte... address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, HALF)) + "/64";
    }
}
