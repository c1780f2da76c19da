package dev.berth.bench;

import dev.berth.bench.traffic.Latencies;

/** Rows that several benches have. */
final class Rows {

    private Rows() {}

    static Row of(String name, Latencies latencies) {
        return Row.of("run", name)
                .and("answered", latencies.answered())
                .and("failed", latencies.failed())
                .and("p50_ms", latencies.millis(50))
                .and("p95_ms", latencies.millis(95))
                .and("p99_ms", latencies.millis(99))
                .and("max_ms", latencies.millis(100));
    }
}
