package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.network.DomainName;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.Ports;
import dev.berth.standalone.server.Settings;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for; where it is silent, the home's own settings count.
 *
 * @param domain what {@code --domain} says
 * @param environmentDomain what the variable {@code DOMAIN} says: less than the command line, more
 *     than the settings
 */
record Request(
        Optional<String> listen,
        Optional<String> domain,
        Optional<String> environmentDomain,
        Map<String, Integer> ports) {

    private static final String LOOPBACK = "127.0.0.1";

    Request {
        environmentDomain = environmentDomain.filter(text -> !text.isBlank());
        ports = Map.copyOf(ports);
    }

    /**
     * Returns where this Berth is to answer.
     *
     * @throws LauncherException if that makes no sense
     */
    Addresses addresses(Settings operator) {
        return new Addresses(
                address(listen.or(() -> operator.value(Settings.LISTEN)).orElse(LOOPBACK)),
                Ports.with(ports(operator)),
                domain(operator));
    }

    private String domain(Settings operator) {
        return domain.map(name -> DomainName.checked(name, "--domain"))
                .or(
                        () ->
                                environmentDomain.map(
                                        name ->
                                                DomainName.checked(
                                                        name, "the environment variable DOMAIN")))
                .or(
                        () ->
                                operator.value(Settings.DOMAIN)
                                        .map(
                                                name ->
                                                        DomainName.checked(
                                                                name,
                                                                "berth.domain of berth.properties")))
                .orElse(DomainName.STANDARD);
    }

    private Map<String, Integer> ports(Settings operator) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Port port : Port.values()) {
            operator.value(port.setting())
                    .ifPresent(text -> wanted.put(port.label(), number(port.setting(), text)));
        }
        wanted.putAll(ports);
        return wanted;
    }

    private static int number(String key, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException wrong) {
            throw new LauncherException(
                    "cannot read berth.properties: %s is '%s', which is no number"
                            .formatted(key, text),
                    wrong);
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException wrong) {
            throw new LauncherException(
                    ExitCode.USAGE,
                    "cannot listen on '%s': give an address of this machine, or 0.0.0.0 for all of them"
                            .formatted(text));
        }
    }
}
