package dev.berth.container;

import dev.berth.container.OpenApi.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes calls up that name something of somebody else's: in the path, the query, the body or a
 * header of whatever routes the OpenAPI document has.
 */
final class ForeignCalls {

    /** Where the id goes. */
    static final String HOLE = "HOLE";

    private static final List<String> NOISE =
            List.of("", "", "limit=1", "limit=0", "offset=1", "last=1", "follow=false", "x=y");

    private final List<Route> routes;
    private final List<Template> elsewhere;
    private final Map<String, Foreign> foreign;
    private final RandomGenerator random;

    ForeignCalls(
            OpenApi document,
            List<Template> elsewhere,
            Map<String, Foreign> foreign,
            RandomGenerator random) {
        this.routes = document.routes().stream().filter(Bodies::hasId).toList();
        this.elsewhere = elsewhere;
        this.foreign = foreign;
        this.random = random;
    }

    /** What somebody has, and what nobody has that looks like it. */
    record Foreign(String known, String unknown) {

        /** Returns {@code known} and what looks just like it: other digits where it has digits. */
        static Foreign of(String known) {
            return new Foreign(
                    known,
                    known.chars()
                            .mapToObj(c -> Character.toString(other((char) c)))
                            .collect(Collectors.joining()));
        }

        private static char other(char c) {
            return switch (c) {
                case '9' -> '0';
                case 'f' -> 'a';
                default -> Character.digit(c, 16) < 0 ? c : (char) (c + 1);
            };
        }
    }

    /** A call with a hole for what is of that kind. */
    record Template(String kind, String method, String path, String body, List<String> headers) {

        Template(String kind, String method, String path, String body, String... headers) {
            this(kind, method, path, body, List.of(headers));
        }
    }

    /** A call that is to be answered alike with either of its two. */
    record Call(Template template, Foreign foreign) {

        Client.Answer known(Client client) {
            return ask(client, foreign.known());
        }

        Client.Answer unknown(Client client) {
            return ask(client, foreign.unknown());
        }

        private Client.Answer ask(Client client, String id) {
            return client.call(
                    template.method(),
                    template.path().replace(HOLE, id),
                    template.body().replace(HOLE, id),
                    template.headers().stream()
                            .map(header -> header.replace(HOLE, id))
                            .toArray(String[]::new));
        }
    }

    Call next() {
        Template template = random.nextInt(3) == 0 ? oneOf(elsewhere) : ofRoute(oneOf(routes));
        return new Call(varied(template), form(foreign.get(template.kind())));
    }

    private Template ofRoute(Route route) {
        return new Template(
                kind(route),
                route.method(),
                Bodies.path(route, HOLE),
                Bodies.body(route, HOLE),
                List.of());
    }

    /** Mostly what belongs there. */
    private String kind(Route route) {
        if (random.nextInt(10) == 0) {
            return oneOf(List.of("worker", "task", "token", "user", "invitation", "tenant"));
        }
        String first = route.path().replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
        return switch (first) {
            case "tokens" -> "token";
            case "member" -> "invitation";
            default -> foreign.containsKey(first) ? first : "worker";
        };
    }

    private Template varied(Template template) {
        String path = template.path();
        String noise = oneOf(NOISE);
        if (random.nextBoolean()) {
            path = path.replaceFirst("^/api/v1", "/api");
        }
        if (!noise.isEmpty()) {
            path += (path.contains("?") ? "&" : "?") + noise;
        }
        List<String> headers = new ArrayList<>(template.headers());
        if (random.nextInt(4) == 0 && !headers.contains("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", "key-" + random.nextLong()));
        }
        if (random.nextInt(8) == 0) {
            headers.addAll(List.of("If-Match", "\"" + random.nextInt(1, 5) + "\""));
        }
        return new Template(template.kind(), template.method(), path, template.body(), headers);
    }

    /** Mostly as it is written. */
    private Foreign form(Foreign plain) {
        return switch (random.nextInt(12)) {
            case 0 ->
                    new Foreign(
                            plain.known().toUpperCase(Locale.ROOT),
                            plain.unknown().toUpperCase(Locale.ROOT));
            case 1 -> new Foreign(shorter(plain.known()), shorter(plain.unknown()));
            case 2 -> new Foreign(plain.known() + "0", plain.unknown() + "0");
            default -> plain;
        };
    }

    private static String shorter(String text) {
        return text.substring(0, text.length() - 1);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
