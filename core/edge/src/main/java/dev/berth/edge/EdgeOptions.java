package dev.berth.edge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The options {@code --name value} or {@code --name=value}, over {@code edge.properties} in the
 * state directory, over the properties file that {@code --config} names.
 */
final class EdgeOptions {

    private final Map<String, String> values = new TreeMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    private EdgeOptions() {}

    static EdgeOptions parse(List<String> arguments) {
        Map<String, String> given = new TreeMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            require(
                    argument.startsWith("--"),
                    "'" + argument + "' is not an option: write --name value");
            int equal = argument.indexOf('=');
            String name = argument.substring(2, equal < 0 ? argument.length() : equal);
            require(equal >= 0 || rest.hasNext(), "option '--" + name + "' has no value");
            given.put(name, equal < 0 ? rest.next() : argument.substring(equal + 1));
        }
        EdgeOptions options = new EdgeOptions();
        Optional.ofNullable(given.remove("config")).ifPresent(file -> options.load(Path.of(file)));
        Optional.ofNullable(given.get("state"))
                .map(state -> Path.of(state).resolve("edge.properties"))
                .filter(Files::exists)
                .ifPresent(options::load);
        options.values.putAll(given);
        return options;
    }

    private void load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "cannot read the settings in '" + file + "': " + failure, failure);
        }
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name)));
    }

    String text(String name) {
        return value(name)
                .orElseThrow(() -> new IllegalArgumentException("'--" + name + "' is not set"));
    }

    String text(String name, String otherwise) {
        return value(name).orElse(otherwise);
    }

    Optional<Integer> whole(String name) {
        return value(name).map(value -> parseWhole(name, value));
    }

    int whole(String name, int otherwise) {
        return whole(name).orElse(otherwise);
    }

    /** Returns a number of bytes; without an option, as many as there may be. */
    long bytes(String name) {
        try {
            return value(name).map(Long::parseUnsignedLong).orElse(Long.MAX_VALUE);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "'--" + name + "' is a number of bytes, not '" + text(name) + "'", malformed);
        }
    }

    Duration duration(String name, String otherwise) {
        String value = text(name, otherwise);
        try {
            return Duration.parse(value.endsWith("ms") ? seconds(value) : "PT" + value);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(
                    "'--" + name + "' is a duration such as 500ms, 10s, 5m, not '" + value + "'",
                    malformed);
        }
    }

    /** Refuses what nobody has asked for. */
    void refuseUnknown() {
        TreeSet<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(asked);
        require(unknown.isEmpty(), "there is no option " + unknown + "; there are " + asked);
    }

    private Optional<String> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    private static String seconds(String millis) {
        long count = Long.parseLong(millis.substring(0, millis.length() - 2));
        return Duration.ofMillis(count).toString();
    }

    private static int parseWhole(String name, String value) {
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "'--" + name + "' is a whole number, not '" + value + "'", malformed);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
