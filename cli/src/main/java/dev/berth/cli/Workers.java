package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The workers that Berth knows. */
final class Workers {

    private static final String PATH = "/api/v1/worker";

    private final Api api;
    private final String project;

    private Workers(Api api, String project) {
        this.api = api;
        this.project = project;
    }

    /** Returns those of all projects; one that is created comes into the default project. */
    static Workers everywhere(Api api) {
        return new Workers(api, "");
    }

    static Workers in(String project, Api api) {
        return new Workers(api, project);
    }

    /** Creates a worker and returns its id. */
    String create(String name) {
        return api.post("create worker '" + name + "'", PATH, toBeMade(name))
                .get("worker_id")
                .text();
    }

    /** Returns what is said to Berth of a worker that is to be made. */
    Json.Members toBeMade(String name) {
        Json.Members body = Json.object().with("worker_name", name);
        return project.isEmpty() ? body : body.with("project", project);
    }

    /** Returns all of them as Berth sent them. */
    List<Json> all() {
        return api.all("list workers", PATH, projectQuery());
    }

    /** Finds by name, and where none has it, by id. */
    Optional<Worker> find(String nameOrId) {
        List<Worker> all = all().stream().map(Worker::of).toList();
        List<Worker> named = all.stream().filter(worker -> worker.name().equals(nameOrId)).toList();
        if (named.size() > 1) {
            throw new Failure(
                    ExitStatus.CONFLICT,
                    "several workers are named '%s': name the project, or one of the ids %s"
                            .formatted(nameOrId, ids(named)));
        }
        return named.stream()
                .findFirst()
                .or(() -> all.stream().filter(worker -> worker.id().equals(nameOrId)).findFirst());
    }

    Worker named(String nameOrId) {
        return find(nameOrId)
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitStatus.NOT_FOUND,
                                        "there is no worker '%s'; 'berth workers' lists them"
                                                .formatted(nameOrId)));
    }

    static String path(String id) {
        return PATH + "/" + URLEncoder.encode(id, UTF_8);
    }

    private String projectQuery() {
        return project.isEmpty() ? "" : "&project=" + URLEncoder.encode(project, UTF_8);
    }

    private static String ids(List<Worker> workers) {
        return workers.stream().map(Worker::id).collect(Collectors.joining(", "));
    }
}
