package dev.berth.plugin.process;

import dev.berth.spi.ReleaseSpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes for an operator what an instance was started with; of secrets the names alone. */
final class SpecFile {

    private SpecFile() {}

    static void write(ReleaseSpec spec, Instance instance) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("release", spec.id().toString());
        facts.put("tenant", spec.tenant());
        facts.put("artifact", spec.artifact().toString());
        facts.put("command", spec.command().toString());
        facts.put("health", spec.health().toString());
        facts.put("secrets", new TreeSet<>(spec.secrets().keySet()).toString());
        spec.env().forEach((name, value) -> facts.put("env." + name, value));
        instance.file("spec")
                .write(
                        facts.entrySet().stream()
                                .map(fact -> fact.getKey() + "=" + escaped(fact.getValue()))
                                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
