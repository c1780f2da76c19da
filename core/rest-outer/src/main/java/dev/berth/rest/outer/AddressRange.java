package dev.berth.rest.outer;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that begin alike.
 *
 * @param first one of them, as bytes
 * @param bits how many bits are alike
 */
record AddressRange(InetAddress first, int bits) {

    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address =
                address(parts[0])
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "'" + text + "' is no address and no range"));
        int most = address.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : bits(text, parts[1], most);
        return new AddressRange(address, bits);
    }

    static boolean isAddress(String text) {
        return address(text).isPresent();
    }

    boolean contains(String text) {
        return address(text).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bits(String text, String number, int most) {
        int bits = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : most + 1;
        if (bits > most) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range: after the slash comes 0 to " + most);
        }
        return bits;
    }

    // a literal, which nobody is asked about
    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
