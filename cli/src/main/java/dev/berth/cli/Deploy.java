package dev.berth.cli;

import java.util.Optional;

/** Hands a packed program to Berth: the worker is made if there is none. */
record Deploy(Api api, Progress progress, Workers workers) {

    Deployed start(String name, AppManifest.Component component, SourceArchive archive) {
        Optional<Worker> existing = workers.find(name);
        api.upload(archive, progress);
        progress.step("uploaded sha256:" + archive.sha256());
        String id = existing.map(Worker::id).orElseGet(() -> workers.create(name));
        Json.Members body =
                Json.object().with("worker_id", id).with("source", "sha256:" + archive.sha256());
        Json answer =
                api.post(
                        "deploy '" + name + "'",
                        "/api/v1/worker/deploy",
                        component.port().map(port -> body.with("port", port)).orElse(body));
        return new Deployed(
                id,
                existing.map(Worker::name).orElse(name),
                answer.get("version_id").number(),
                answer.get("status").text(),
                existing.map(Worker::url).orElse(""));
    }
}
