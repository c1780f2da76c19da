package dev.berth.container;

import dev.berth.container.OpenApi.Route;

/** Bodies and queries of routes that are about something, whose id is filled in. */
final class Bodies {

    private static final String VARIABLE = "{\"key\": \"COLOUR\", \"value\": \"blue\"}";

    private Bodies() {}

    /** Returns whether a call of the route names something that there may or may not be. */
    static boolean hasId(Route route) {
        return route.path().matches(".*\\{(id|name)}.*")
                || !body(route, "").equals(body(route, "x"))
                || !query(route, "").isEmpty();
    }

    /** Returns the path and the query with {@code id}. */
    static String path(Route route, String id) {
        return route.path().replaceFirst("\\{(id|name)}", id) + query(route, id);
    }

    private static String query(Route route, String id) {
        return route.name().equals("DELETE /api/v1/member") ? "?id=" + id : "";
    }

    /** Returns a body that fits. */
    static String body(Route route, String id) {
        return switch (route.name()) {
            case "POST /api/v1/worker/deploy", "POST /api/v1/worker/plan" ->
                    "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}".formatted(id);
            case "POST /api/v1/worker/{id}/rollback" -> "{\"version_id\": 1}";
            case "POST /api/v1/worker/{id}/env", "POST /api/v1/worker/{id}/secret" -> VARIABLE;
            case "POST /api/v1/auth/provider/{name}/link" -> "{}";
            case "PATCH /api/v1/worker/{id}" -> "{\"max_replicas\": 2}";
            default -> "";
        };
    }
}
