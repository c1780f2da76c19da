package dev.berth.cli;

/** Which variables or secrets of a worker are to be set or deleted. */
final class VariableChanges {

    private Json.Members values = Json.object();

    void set(String key, String value) {
        values = values.with(key, value);
    }

    void unset(String key) {
        values = values.with(key, new Json.Absent());
    }

    boolean isEmpty() {
        return values.values().isEmpty();
    }

    /** Makes them, or where there are none just looks; returns what there is then. */
    Json apply(Api api, Worker worker, String kind) {
        String path = Workers.path(worker.id()) + "/" + kind;
        return isEmpty()
                ? api.get("show the %s of '%s'".formatted(kind, worker.name()), path)
                : api.post(
                        "change the %s of '%s'".formatted(kind, worker.name()),
                        path,
                        Json.object().with("values", values));
    }
}
