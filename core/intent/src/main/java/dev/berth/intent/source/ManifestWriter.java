package dev.berth.intent.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.model.AppManifest;
import dev.berth.model.AppManifest.Component;
import dev.berth.model.Health;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes a manifest in its normal form: members in the order of the schema, defaults left out,
 * names of the environment sorted. What it writes, {@link ManifestReader} reads as the same.
 */
public final class ManifestWriter {

    private static final JsonMapper JSON = new JsonMapper();

    /** Returns {@code manifest} as the text of an {@code app-manifest.json}. */
    public String write(AppManifest manifest) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("appName", manifest.appName());
        if (!manifest.description().isEmpty()) {
            document.put("description", manifest.description());
        }
        manifest.components().forEach(one -> document.withArray("components").add(component(one)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("cannot write a manifest as JSON", bug);
        }
    }

    private static ObjectNode component(Component component) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", component.name());
        node.put("type", component.type().name().toLowerCase(Locale.ROOT));
        if (!component.path().equals(".")) {
            node.put("path", component.path());
        }
        component.port().ifPresent(port -> node.put("port", port));
        component.command().forEach(argument -> node.withArray("command").add(argument));
        if (component.health() instanceof Health.Http(String path)) {
            node.putObject("health").put("http", path);
        }
        new TreeMap<>(component.env()).forEach(node.withObjectProperty("env")::put);
        if (component.env().isEmpty()) {
            node.remove("env");
        }
        if (component.replicas() != 1) {
            node.put("replicas", component.replicas());
        }
        component.strategy().ifPresent(strategy -> node.put("strategy", strategy));
        return node;
    }
}
