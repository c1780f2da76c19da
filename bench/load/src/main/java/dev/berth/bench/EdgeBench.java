package dev.berth.bench;

import dev.berth.bench.traffic.Latencies;
import dev.berth.bench.traffic.OpenLoop;
import dev.berth.bench.traffic.Wire;
import dev.berth.bench.traffic.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The edge against nginx, by turns on one machine, before the same backend. */
@Command(
        name = "edge",
        header = "The edge against nginx.",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the edge with nginx (one worker process) before the same backend, a second",
            "nginx that answers 128 bytes. By turns: requests per second with wrk (a closed loop)",
            "at 1 and at 64 connections, then latency at a constant rate (an open loop).",
            "Needs nginx and wrk: apt install nginx wrk."
        })
final class EdgeBench implements Runnable {

    @Option(
            names = "--rounds",
            description = "How often each has its turn. Default: ${DEFAULT-VALUE}.")
    private int rounds = 5;

    @Option(names = "--seconds", description = "How long a turn is. Default: ${DEFAULT-VALUE}.")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            description =
                    "Seconds of load at 64 connections before the first turn. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 20;

    @Option(
            names = "--rate",
            description = "Requests per second of the open loop. Default: ${DEFAULT-VALUE}.")
    private int rate = 2000;

    @Option(
            names = "--event-loops",
            description =
                    "Threads of the edge that serve; nginx has one. Default: ${DEFAULT-VALUE}.")
    private int loops = 1;

    private final Report report = new Report("edge");

    @Override
    public void run() {
        Map<String, Integer> ports = Ports.free(List.of("backend", "edge", "control", "nginx"));
        try (Scratch scratch = Scratch.create()) {
            Servers servers = new Servers(scratch);
            try (Child _ = servers.answering(ports.get("backend"));
                    Child nginx = servers.proxying(ports.get("nginx"), ports.get("backend"));
                    Child edge =
                            servers.edge(
                                    ports.get("edge"),
                                    ports.get("control"),
                                    loops,
                                    ports.get("backend"))) {
                compare(
                        List.of(
                                new Peer("edge", ports.get("edge"), edge.cpu()),
                                new Peer("nginx", ports.get("nginx"), nginx.cpu())),
                        scratch);
            }
        }
        report.note(
                "figures are medians of %d turns, ratios medians of the ratios of neighbouring turns; the edge has %d event loop(s)"
                        .formatted(rounds, loops));
        report.print();
    }

    /** One of the two. */
    private record Peer(String name, int port, CpuClock cpu) {}

    private void compare(List<Peer> peers, Scratch scratch) {
        peers.forEach(peer -> new Wrk(scratch, warmUp).perSecond(peer.port(), 64));
        for (int connections : List.of(1, 64)) {
            throughput(peers, scratch, connections);
        }
        latencies(peers);
    }

    private void throughput(List<Peer> peers, Scratch scratch, int connections) {
        Turns rates = new Turns();
        Turns costs = new Turns();
        for (int round = 0; round < rounds; round++) {
            for (Peer peer : peers) {
                Duration before = peer.cpu().now();
                double perSecond = new Wrk(scratch, seconds).perSecond(peer.port(), connections);
                long nanos = peer.cpu().now().minus(before).toNanos();
                rates.add(peer.name(), perSecond);
                costs.add(peer.name(), nanos / 1e3 / (perSecond * seconds));
            }
        }
        String what = "requests per second, %d connections".formatted(connections);
        report.add(rates.row(what));
        report.add(
                costs.row(
                        "microseconds on a core per request, %d connections"
                                .formatted(connections)));
        report.add(Budget.atLeast(0.8, what + ", edge over nginx", rates.ratio()));
    }

    private void latencies(List<Peer> peers) {
        Turns p50 = new Turns();
        Turns p99 = new Turns();
        peers.forEach(peer -> openLoop(peer.port(), warmUp));
        for (int round = 0; round < rounds; round++) {
            for (Peer peer : peers) {
                Latencies latencies = openLoop(peer.port(), seconds);
                p50.add(peer.name(), latencies.millis(50));
                p99.add(peer.name(), latencies.millis(99));
            }
        }
        report.add(p50.row("p50 in ms at %d/s".formatted(rate)));
        report.add(p99.row("p99 in ms at %d/s".formatted(rate)));
        report.add(Budget.atMost(2, "p99 of the edge, as a multiple of nginx's", p99.ratio()));
    }

    private Latencies openLoop(int port, int length) {
        String request = Wire.request("GET", "/", Servers.HOST, "");
        try (Wires wires = new Wires(port, 64)) {
            Latencies latencies =
                    new OpenLoop(rate, Duration.ofSeconds(length))
                            .run(_ -> wires.exchange(request));
            if (latencies.failed() > 0) {
                throw new BenchFailure("requests failed: " + latencies.failures());
            }
            return latencies;
        }
    }
}
