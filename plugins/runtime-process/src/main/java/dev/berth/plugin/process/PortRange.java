package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;

import dev.berth.spi.PluginException;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Ports from {@code first} to {@code last}, both included. */
record PortRange(int first, int last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    static PortRange parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw unusable(text);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        if (first < 1024 || last > 65535 || first > last) {
            throw unusable(text);
        }
        return new PortRange(first, last);
    }

    boolean contains(int port) {
        return port >= first && port <= last;
    }

    /** Returns the ports that are not in {@code taken}, from a place that {@code seed} chooses. */
    List<Integer> without(PortRange taken, int seed) {
        int size = last - first + 1;
        int start = Math.floorMod(seed, size);
        IntPredicate free = port -> !taken.contains(port);
        return IntStream.range(0, size)
                .map(step -> first + (start + step) % size)
                .filter(free)
                .boxed()
                .toList();
    }

    private static PluginException unusable(String text) {
        return new PluginException(
                INVALID,
                "cannot use the port range '"
                        + text
                        + "'; write it as first-last, such as 20000-29999");
    }
}
