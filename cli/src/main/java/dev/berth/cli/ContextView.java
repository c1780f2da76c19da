package dev.berth.cli;

/** A context as it is shown: never its token, only whether there is one. */
record ContextView(Place place, Kept kept, boolean current) {

    static ContextView of(Place place, String current) {
        return new ContextView(
                place, place.find().orElse(Kept.NOTHING), place.name().equals(current));
    }

    String name() {
        return place.name();
    }

    String url() {
        return kept.url().orElse("");
    }

    String tenant() {
        return kept.tenant().orElse("");
    }

    String login() {
        return kept.token().isPresent() ? "yes" : "no";
    }

    Json json() {
        return Json.object()
                .with("name", name())
                .with("url", url())
                .with("tenant", tenant())
                .with("logged_in", literal(kept.token().isPresent()))
                .with("current", literal(current))
                .with("file", place.file().toString());
    }

    private static Json literal(boolean value) {
        return new Json.Literal(Boolean.toString(value));
    }
}
