package dev.berth.intent.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.model.AppManifest;
import dev.berth.model.AppManifest.Component;
import dev.berth.model.Health;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Makes records of a manifest that its schema found nothing wrong with. */
final class ManifestContent {

    private ManifestContent() {}

    static AppManifest of(JsonNode document) {
        return new AppManifest(
                document.path("appName").asText(),
                document.path("description").asText(),
                document.path("components").valueStream().map(ManifestContent::component).toList());
    }

    private static Component component(JsonNode node) {
        return new Component(
                node.path("name").asText(),
                AppManifest.Type.valueOf(node.path("type").asText().toUpperCase(Locale.ROOT)),
                path(node.path("path").asText(".")),
                port(node.path("port")),
                node.path("command").valueStream().map(JsonNode::asText).toList(),
                health(node.path("health").path("http")),
                env(node.path("env")),
                node.path("replicas").asInt(1),
                node.path("strategy").asOptional().map(JsonNode::asText));
    }

    /** Returns {@code path} as it is written shortest: {@code ./web/} is {@code web}. */
    private static String path(String path) {
        String names =
                List.of(path.split("/")).stream()
                        .filter(name -> !name.equals("."))
                        .collect(Collectors.joining("/"));
        return names.isEmpty() ? "." : names;
    }

    private static OptionalInt port(JsonNode port) {
        return port.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(port.intValue());
    }

    private static Health health(JsonNode http) {
        return http.isMissingNode() ? new Health.Tcp() : new Health.Http(http.textValue());
    }

    private static Map<String, String> env(JsonNode env) {
        return env.propertyStream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().textValue()));
    }
}
