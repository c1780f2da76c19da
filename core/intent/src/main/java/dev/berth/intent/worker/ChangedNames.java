package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
import dev.berth.model.Configuration;
import dev.berth.model.Worker;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Notes for the audit log which variables and secrets become others, and never what they hold. */
final class ChangedNames {

    private ChangedNames() {}

    static void note(Worker worker, Configuration before, Configuration now) {
        Deed deed = Deed.on("worker", worker.id());
        note(deed, before.set(), now.set(), name -> shown(now, name));
        note(deed, before.secrets(), now.secrets(), now.secrets()::containsKey);
    }

    private static boolean shown(Configuration now, String name) {
        return now.set().getOrDefault(name, Optional.empty()).isPresent();
    }

    private static <V> void note(
            Deed deed, Map<String, V> before, Map<String, V> now, Predicate<String> there) {
        Stream.of(before, now)
                .flatMap(values -> values.keySet().stream())
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .forEach(name -> deed.changed(name, there.test(name) ? "set" : "deleted"));
    }
}
