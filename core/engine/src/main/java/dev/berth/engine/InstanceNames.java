package dev.berth.engine;

import dev.berth.engine.config.ConfigValues;
import dev.berth.engine.config.DidYouMean;
import dev.berth.engine.plugin.ExtensionKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads which instances of a kind an operator wants: {@code berth.runtime=main,backup}. */
final class InstanceNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String key;
    private final ConfigValues values;

    InstanceNames(ExtensionKind kind, ConfigValues values) {
        this.key = "berth." + kind.key();
        this.values = values;
    }

    /** Returns the names, each once, in the operator's order. */
    Set<String> read() {
        Set<String> names = new LinkedHashSet<>();
        values.value(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** Returns what is wrong with {@code name} itself. */
    List<String> problems(String name) {
        return NAME.matcher(name).matches()
                ? List.of()
                : List.of(
                        "%s names '%s', and a name has lower-case letters, digits, dashes"
                                .formatted(key, name));
    }

    /** Returns what is set for instances that are not wanted: harmless, but perhaps a slip. */
    List<String> strays() {
        Set<String> names = read();
        Set<String> strays = new TreeSet<>();
        for (String set : values.keys()) {
            if (set.startsWith(key + ".")) {
                strays.add(set.substring(key.length() + 1).split("\\.", 2)[0]);
            }
        }
        strays.removeAll(names);
        return strays.stream()
                .map(
                        stray ->
                                "%s.%s.* is set, but %s does not name '%s'%s"
                                        .formatted(
                                                key,
                                                stray,
                                                key,
                                                stray,
                                                DidYouMean.hint(stray, names)))
                .toList();
    }
}
