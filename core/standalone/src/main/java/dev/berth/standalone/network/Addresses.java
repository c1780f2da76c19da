package dev.berth.standalone.network;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Where Berth answers.
 *
 * @param listen the address that is open to others
 * @param domain what the names of workers end in
 */
public record Addresses(InetAddress listen, Ports ports, String domain) {

    private static final int HTTP = 80;

    public String outer() {
        return "http://%s:%d".formatted(host(), ports.number(Port.OUTER));
    }

    public String inner() {
        return local(Port.INNER);
    }

    public String edgeControl() {
        return local(Port.EDGE_CONTROL);
    }

    String management() {
        return local(Port.MANAGEMENT);
    }

    public String adminCenter() {
        return "https://127.0.0.1:%d/adminCenter".formatted(ports.number(Port.ADMIN));
    }

    public String publicUrlTemplate() {
        int port = ports.number(Port.EDGE);
        return "http://{worker_id}.worker.%s%s".formatted(domain, port == HTTP ? "" : ":" + port);
    }

    private String local(Port port) {
        return "http://127.0.0.1:%d".formatted(ports.number(port));
    }

    // an address that means 'all of them' cannot be called
    private String host() {
        if (listen.isAnyLocalAddress() || listen.isLoopbackAddress()) {
            return "127.0.0.1";
        }
        return listen instanceof Inet6Address
                ? "[" + listen.getHostAddress() + "]"
                : listen.getHostAddress();
    }
}
