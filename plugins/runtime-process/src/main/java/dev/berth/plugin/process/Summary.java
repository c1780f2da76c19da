package dev.berth.plugin.process;

import static java.util.stream.Collectors.joining;

import dev.berth.plugin.process.InstanceState.Failed;
import dev.berth.plugin.process.InstanceState.Up;
import dev.berth.plugin.process.InstanceState.Waiting;
import dev.berth.spi.Condition;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.InProgress;
import dev.berth.spi.ReleaseState.Ready;
import dev.berth.spi.ReleaseState.Rejected;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes one state of a release out of its instances'. */
final class Summary {

    private Summary() {}

    static ReleaseState of(List<InstanceState> instances, List<Condition> conditions) {
        List<Endpoint> endpoints = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (InstanceState instance : instances) {
            switch (instance) {
                case Up(int port) -> endpoints.add(endpoint(port));
                case Waiting wait -> waiting.add(wait);
                case Failed(String reason) -> reasons.add(reason);
            }
        }
        if (!reasons.isEmpty()) {
            return new Rejected(reasons);
        }
        return waiting.isEmpty()
                ? new Ready(endpoints, endpoints.size(), conditions)
                : inProgress(waiting, endpoints);
    }

    private static ReleaseState inProgress(List<Waiting> waiting, List<Endpoint> endpoints) {
        Duration soonest =
                waiting.stream()
                        .map(Waiting::callAgainAfter)
                        .min(Duration::compareTo)
                        .orElseThrow();
        return new InProgress(
                waiting.stream().map(Waiting::phrase).collect(joining("; ")), soonest, endpoints);
    }

    private static Endpoint endpoint(int port) {
        return Endpoint.of(URI.create("http://127.0.0.1:" + port));
    }
}
