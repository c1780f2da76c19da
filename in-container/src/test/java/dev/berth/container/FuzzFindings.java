package dev.berth.container;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** What was found, one example of each kind. */
final class FuzzFindings {

    private static final int ENOUGH = 100;

    private final Map<String, String> examples = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    void add(String kind, String example) {
        examples.putIfAbsent(kind, example);
        counts.merge(kind, 1, Integer::sum);
    }

    /** Returns whether there are so many that more would tell nothing. */
    boolean areEnough() {
        return examples.size() >= ENOUGH;
    }

    List<String> all() {
        return examples.entrySet().stream()
                .flatMap(
                        one ->
                                Stream.of(
                                        "%d x %s%n%s%n"
                                                .formatted(
                                                        counts.get(one.getKey()),
                                                        one.getKey(),
                                                        one.getValue())))
                .toList();
    }
}
