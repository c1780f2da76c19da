package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.OpenApi.Route;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paths and queries up: what is in braces filled in, and by chance spoilt. */
record FuzzTargets(FuzzValues values, FuzzScene scene, Choices choices, boolean spoils) {

    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> NOWHERE =
            List.of(
                    "/",
                    "//",
                    "/api",
                    "/api/",
                    "/api/v1",
                    "/api/v2/worker",
                    "/api/v1/nothing",
                    "/api/v1/worker/",
                    "/api/v1//worker",
                    "/api//v1/worker",
                    "/apiv1",
                    "/.problem",
                    "/index.html",
                    "/WEB-INF/web.xml",
                    "/META-INF/../WEB-INF/classes/",
                    "/%57EB-INF/web.xml",
                    "/..;/health",
                    "/health/",
                    "/health;a=b",
                    "/favicon.ico",
                    "/console/nothing",
                    "/metrics",
                    "/openapi",
                    "/ibm/api",
                    "/" + "a/".repeat(2_000),
                    "/" + "%41".repeat(2_000));

    String of(Route route) {
        String path = HOLE.matcher(route.path()).replaceAll(hole -> segment(route, hole.group(1)));
        if (choices.once(4)) {
            path = path.replaceFirst("^/api/v1", "/api");
        }
        String query = query(route);
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Returns what only looks like a target of a route. */
    String astray(Route route) {
        if (choices.once(3)) {
            return choices.oneOf(NOWHERE);
        }
        String target = of(route);
        int at = 1 + choices.below(target.length());
        return target.substring(0, at) + escape() + target.substring(at);
    }

    private String segment(Route route, String name) {
        String segment = encoded(known(route, name));
        if (spoils && choices.once(5)) {
            segment = choices.once(3) ? escape() : segment + escape();
        } else if (spoils && choices.once(5)) {
            segment = encoded(choices.oneOf(OddTexts.TEXTS));
        }
        return Matcher.quoteReplacement(segment);
    }

    private String known(Route route, String name) {
        return switch (route.path().replaceFirst("^/api/v1/([a-z]+).*", "$1")) {
            case "tokens" -> scene.id("token", choices);
            case "task" -> scene.id("task", choices);
            case "source" -> scene.id("source", choices);
            case "auth" -> name.equals("name") ? ProviderScenes.NAME : scene.id("user", choices);
            default -> scene.id("worker", choices);
        };
    }

    private String query(Route route) {
        List<String> pairs = new ArrayList<>();
        route.query().filter(_ -> choices.once(3)).forEach(parameter -> pairs.add(pair(parameter)));
        if (spoils && choices.once(10)) {
            pairs.add(escape() + "=" + escape());
        }
        if (spoils && choices.once(15) && !pairs.isEmpty()) {
            pairs.add(pairs.getFirst());
        }
        if (spoils && choices.once(100)) {
            pairs.add("a=b&".repeat(1_500));
        }
        return String.join("&", pairs);
    }

    private String pair(JsonNode parameter) {
        String name = parameter.path("name").asText();
        String value = encoded(values.text(name, parameter.path("schema")));
        return name + "=" + (spoils && choices.once(8) ? value + escape() : value);
    }

    private String escape() {
        return choices.oneOf(OddTexts.ESCAPES);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
