package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one rule that JSON Schema cannot say: components have different names. */
final class ComponentNames {

    private ComponentNames() {}

    static List<Problem> repeated(JsonNode document) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        JsonNode components = document.path("components");
        for (int index = 0; index < components.size(); index++) {
            JsonNode name = components.path(index).path("name");
            Integer first = seen.putIfAbsent(name.asText(), index);
            if (first != null && name.isTextual()) {
                problems.add(
                        new Problem(
                                "/components/" + index + "/name",
                                "must differ from the other names: /components/"
                                        + first
                                        + " has "
                                        + Shown.quoted(name.textValue())
                                        + " too"));
            }
        }
        return problems;
    }
}
