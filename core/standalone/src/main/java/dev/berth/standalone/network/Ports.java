package dev.berth.standalone.network;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of each port: the standard ones, but for those that were asked for. */
public record Ports(Map<Port, Integer> numbers) {

    private static final int HIGHEST = 65_535;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /**
     * Returns the standard ports with {@code wanted} put over them, port names to numbers.
     *
     * @throws LauncherException with all that is wrong with {@code wanted}
     */
    public static Ports with(Map<String, Integer> wanted) {
        List<String> problems = new ArrayList<>();
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, wanted.getOrDefault(port.label(), port.standard()));
        }
        for (String label : wanted.keySet()) {
            if (Port.named(label).isEmpty()) {
                problems.add("there is no port '%s'; known: %s".formatted(label, Port.labels()));
            }
        }
        problems.addAll(problems(numbers));
        if (!problems.isEmpty()) {
            throw new LauncherException(
                    ExitCode.USAGE, "cannot use these ports: " + String.join("; ", problems));
        }
        return new Ports(numbers);
    }

    public int number(Port port) {
        return numbers.get(port);
    }

    private static List<String> problems(Map<Port, Integer> numbers) {
        List<String> problems = new ArrayList<>();
        Map<Integer, Port> taken = new HashMap<>();
        numbers.forEach(
                (port, number) -> {
                    if (number < 1 || number > HIGHEST) {
                        problems.add(
                                "%s=%d is not between 1 and %d"
                                        .formatted(port.label(), number, HIGHEST));
                    }
                    Port other = taken.putIfAbsent(number, port);
                    if (other != null) {
                        problems.add(
                                "%s and %s are both %d"
                                        .formatted(other.label(), port.label(), number));
                    }
                });
        return problems;
    }
}
