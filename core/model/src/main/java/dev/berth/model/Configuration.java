package dev.berth.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a release is configured with.
 *
 * @param brought variables that come with its version, from the manifest
 * @param set what a developer has set of variables, over those: a value, or none where one that
 *     comes with the version is hidden
 * @param secrets variables that nobody is shown
 */
public record Configuration(
        Map<String, String> brought,
        Map<String, Optional<String>> set,
        Map<String, String> secrets) {

    /** Nothing at all. */
    public static final Configuration NONE = new Configuration(Map.of(), Map.of(), Map.of());

    public Configuration {
        brought = Map.copyOf(brought);
        set = Map.copyOf(set);
        secrets = Map.copyOf(secrets);
    }

    /** Returns what comes with a version, where a developer has set nothing. */
    public static Configuration bringing(Map<String, String> brought) {
        return new Configuration(brought, Map.of(), Map.of());
    }

    /** Returns the variables that a program gets and everybody may see. */
    public Map<String, String> env() {
        Map<String, String> env = new TreeMap<>(brought);
        set.forEach(
                (name, value) ->
                        value.ifPresentOrElse(text -> env.put(name, text), () -> env.remove(name)));
        env.keySet().removeAll(secrets.keySet());
        return env;
    }

    /** Returns the same for another version, with what comes with that. */
    public Configuration over(Map<String, String> brought) {
        return new Configuration(brought, set, secrets);
    }

    /** Returns this with variables changed; refuses names that secrets have. */
    public Configuration withEnv(VariableChange change) {
        mustBeFree(change, secrets.keySet(), "is a secret; delete that first");
        Map<String, Optional<String>> next = new HashMap<>(set);
        change.values()
                .forEach(
                        (name, value) -> {
                            if (value.isPresent() || brought.containsKey(name)) {
                                next.put(name, value);
                            } else if (isSet(name)) {
                                next.remove(name);
                            }
                        });
        return new Configuration(brought, next, secrets);
    }

    /** Returns this with secrets changed; refuses names that variables have which were set. */
    public Configuration withSecrets(VariableChange change) {
        Set<String> taken = new HashSet<>(set.keySet());
        taken.removeIf(name -> !isSet(name));
        mustBeFree(change, taken, "is a variable that everybody may see; delete that first");
        Map<String, String> next = new HashMap<>(secrets);
        change.values()
                .forEach(
                        (name, value) ->
                                value.ifPresentOrElse(
                                        text -> next.put(name, text), () -> next.remove(name)));
        return new Configuration(brought, set, next);
    }

    private boolean isSet(String name) {
        return set.getOrDefault(name, Optional.empty()).isPresent();
    }

    private static void mustBeFree(VariableChange change, Set<String> taken, String why) {
        List<String> both =
                change.values().entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .map(Map.Entry::getKey)
                        .filter(taken::contains)
                        .sorted()
                        .toList();
        if (!both.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT, "cannot set '" + both.getFirst() + "': it " + why);
        }
    }

    /** Returns this; refuses what is too much to start a program with. */
    public Configuration fitting() {
        long number =
                Stream.of(brought, set, secrets)
                        .flatMap(names -> names.keySet().stream())
                        .distinct()
                        .count();
        if (number > Variables.MOST) {
            throw Refusal.of(
                    Refusal.Kind.IMPOSSIBLE,
                    "a worker has at most %d variables and secrets, and these would be %d"
                            .formatted(Variables.MOST, number));
        }
        long bytes = bytes(env()) + bytes(secrets);
        if (bytes > Variables.MOST_BYTES) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "the variables and secrets of a worker have at most %d bytes together, and these would have %d"
                            .formatted(Variables.MOST_BYTES, bytes));
        }
        return this;
    }

    private static long bytes(Map<String, String> variables) {
        return variables.entrySet().stream()
                .mapToLong(
                        entry ->
                                entry.getKey().length()
                                        + (long) entry.getValue().getBytes(UTF_8).length)
                .sum();
    }

    /** Shows the names alone: values may be secret. */
    @Override
    public String toString() {
        return "Configuration[brought=%s, set=%s, secrets=%s]"
                .formatted(
                        new TreeSet<>(brought.keySet()),
                        new TreeSet<>(set.keySet()),
                        new TreeSet<>(secrets.keySet()));
    }
}
