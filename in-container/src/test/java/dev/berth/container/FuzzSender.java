package dev.berth.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Sends one request after the other, over connections of its own. */
final class FuzzSender {

    /** After so many somebody else asks. */
    private static final int ACT = 500;

    private static final int TRIES = 5;

    private final Client outer;
    private final List<FuzzGateway> gateways;
    private final FuzzFindings findings;
    private final Choices choices;
    private final String name;
    private final Map<Integer, FuzzConnection> connections = new HashMap<>();

    FuzzSender(Client outer, List<FuzzGateway> gateways, FuzzFindings findings, long seed) {
        this.outer = outer;
        this.gateways = gateways;
        this.findings = findings;
        choices = new Choices(new Random(seed));
        name = "seed " + seed;
    }

    /** Sends that many. */
    void send(int count) {
        for (int first = 0; first < count && !findings.areEnough(); first += ACT) {
            act(FuzzScene.of(outer), first, Math.min(count, first + ACT));
            closeAll();
        }
    }

    private void act(FuzzScene scene, int first, int end) {
        for (int n = first; n < end; n++) {
            FuzzGateway gateway = gateways.get(choices.once(8) ? 1 : 0);
            FuzzRequest request = new FuzzRequests(gateway, scene, choices).next();
            judge(gateway, scene.place(), request, "%s, request %d".formatted(name, n));
        }
    }

    private void judge(FuzzGateway gateway, InetAddress place, FuzzRequest request, String which) {
        try {
            FuzzAnswer answer = answeredAtLast(gateway, place, request);
            List<String> wrong = new FuzzOracle(gateway.document()).wrong(request, answer);
            if (!wrong.isEmpty()) {
                found(request, wrong.toString(), which + "\n" + answer);
            }
        } catch (SocketTimeoutException hang) {
            found(request, "no answer in time", which);
            drop(gateway);
        } catch (IOException ended) {
            drop(gateway);
            if (request.isHttp()) {
                found(request, "no answer: " + ended.getMessage(), which);
            }
        }
    }

    private void found(FuzzRequest request, String wrong, String more) {
        findings.add(request.about() + ": " + wrong, more + "\nto\n" + request);
    }

    /** Asks again where the server says that it has too much to do, and not that it is at fault. */
    private FuzzAnswer answeredAtLast(FuzzGateway gateway, InetAddress place, FuzzRequest request)
            throws IOException {
        FuzzAnswer answer = answered(gateway, place, request);
        for (int more = TRIES - 1; more > 0 && answer.isBusy(); more--) {
            answer = answered(gateway, place, request);
        }
        return answer;
    }

    /** A connection that served before may just have been closed; a new one has no excuse. */
    private FuzzAnswer answered(FuzzGateway gateway, InetAddress place, FuzzRequest request)
            throws IOException {
        FuzzConnection open = connections.get(gateway.port());
        if (open != null && open.usable() && request.isHttp()) {
            try {
                return open.ask(request);
            } catch (SocketTimeoutException hang) {
                throw hang;
            } catch (IOException _) {
                // so with a new one
            }
        }
        if (open != null) {
            open.close();
        }
        FuzzConnection fresh = new FuzzConnection(place, gateway.port());
        connections.put(gateway.port(), fresh);
        return fresh.ask(request);
    }

    private void drop(FuzzGateway gateway) {
        Optional.ofNullable(connections.remove(gateway.port())).ifPresent(FuzzConnection::close);
    }

    private void closeAll() {
        connections.values().forEach(FuzzConnection::close);
        connections.clear();
    }
}
