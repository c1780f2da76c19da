package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.model.AppManifest;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code app-manifest.json}, strictly: what is not in the schema is refused, with a pointer.
 */
public final class ManifestReader {

    private static final int MOST_PROBLEMS = 50;

    private final ManifestSchema schema = new ManifestSchema();

    /** Returns what {@code text} says; refuses with every problem and its JSON pointer. */
    public AppManifest read(String text) {
        JsonNode document = ManifestJson.parse(text);
        List<Problem> problems = new ArrayList<>(schema.problems(document));
        problems.addAll(ComponentNames.repeated(document));
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return ManifestContent.of(document);
    }

    static Refusal refusal(List<Problem> problems) {
        List<Problem> shown = new ArrayList<>(problems);
        if (problems.size() > MOST_PROBLEMS) {
            shown.subList(MOST_PROBLEMS, shown.size()).clear();
            shown.add(new Problem("", "and " + (problems.size() - MOST_PROBLEMS) + " more"));
        }
        return Refusal.of(Refusal.Kind.IMPOSSIBLE, "cannot read app-manifest.json", shown);
    }
}
