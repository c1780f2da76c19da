package dev.berth.intent.worker;

import dev.berth.intent.info.Extensions;
import dev.berth.model.ConfiguredExtension;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;

/** Checks names of configured instances against what Inner published. */
public final class KnownExtensions {

    private final Extensions extensions;

    /** Creates it over what Inner published. */
    public KnownExtensions(Extensions extensions) {
        this.extensions = extensions;
    }

    /** Refuses unless an instance of that kind and name is configured. Needs a transaction. */
    public void mustKnow(String kind, String name, String pointer) {
        List<String> names =
                extensions.all().stream()
                        .filter(extension -> extension.kind().equals(kind))
                        .map(ConfiguredExtension::name)
                        .toList();
        if (names.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.UNAVAILABLE,
                    "no " + kind + " is known yet: Inner has not started; try again in a moment");
        }
        if (!names.contains(name)) {
            throw Refusal.of(
                    Refusal.Kind.IMPOSSIBLE,
                    "cannot use the " + kind,
                    List.of(
                            new Problem(
                                    pointer,
                                    "there is no "
                                            + kind
                                            + " of that name; known are "
                                            + String.join(", ", names))));
        }
    }
}
