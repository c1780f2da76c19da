package dev.berth.rest.outer;

import java.util.List;

/**
 * The proxies that are believed which address a request came from. What a client says himself in
 * that header counts for nothing.
 */
public final class TrustedProxies {

    static final String HEADER = "X-Forwarded-For";

    private final List<AddressRange> ranges;

    private TrustedProxies(List<AddressRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Returns those at these addresses or ranges, such as {@code 10.0.0.0/8} and {@code ::1}. */
    public static TrustedProxies of(List<String> ranges) {
        return new TrustedProxies(ranges.stream().map(AddressRange::of).toList());
    }

    /**
     * Returns the address of the client behind {@code connection}: the last in {@code forwarded}
     * that is no proxy of ours; {@code connection} where that is none, or what it says is no
     * address.
     */
    String client(String connection, String forwarded) {
        String client = connection;
        String[] said = forwarded.split(",", -1);
        for (int i = said.length - 1; i >= 0 && trusts(client); i--) {
            String next = said[i].strip();
            if (!AddressRange.isAddress(next)) {
                return client;
            }
            client = next;
        }
        return client;
    }

    private boolean trusts(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
