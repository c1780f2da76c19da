package dev.berth.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One figure of the edge and of nginx, from turns that followed each other. */
final class Turns {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** Returns the median of the ratios of neighbouring turns: what disturbs both counts least. */
    double ratio() {
        List<Double> edge = values.get("edge");
        List<Double> nginx = values.get("nginx");
        return median(
                IntStream.range(0, edge.size())
                        .mapToObj(turn -> edge.get(turn) / nginx.get(turn))
                        .toList());
    }

    Row row(String what) {
        return Row.of("run", what)
                .and("edge", median(values.get("edge")))
                .and("nginx", median(values.get("nginx")))
                .and("ratio", ratio());
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
