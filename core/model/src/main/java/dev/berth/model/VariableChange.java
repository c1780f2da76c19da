package dev.berth.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to become of some of a worker's variables.
 *
 * @param values by name the value that each gets; empty for one that is to go
 */
public record VariableChange(Map<String, Optional<String>> values) {

    public VariableChange {
        values = Map.copyOf(values);
    }

    /** Returns the change of one; refuses where name or value cannot be. */
    public static VariableChange of(String name, Optional<String> value) {
        List<Problem> problems = new ArrayList<>();
        Variables.checkName("/key", name).ifPresent(problems::add);
        value.flatMap(text -> Variables.checkValue("/value", text)).ifPresent(problems::add);
        return refused(problems, new VariableChange(Map.of(name, value)));
    }

    /** Returns the change of several; refuses where a name or value cannot be. */
    public static VariableChange of(Map<String, Optional<String>> values) {
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(values)
                .forEach(
                        (name, value) -> {
                            String pointer =
                                    "/values/" + name.replace("~", "~0").replace("/", "~1");
                            Variables.checkName(pointer, name).ifPresent(problems::add);
                            value.flatMap(text -> Variables.checkValue(pointer, text))
                                    .ifPresent(problems::add);
                        });
        return refused(problems, new VariableChange(values));
    }

    private static VariableChange refused(List<Problem> problems, VariableChange change) {
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "cannot change the variables", problems);
        }
        return change;
    }

    /** Shows the names alone: values may be secret. */
    @Override
    public String toString() {
        return "VariableChange" + new TreeMap<>(values).keySet();
    }
}
