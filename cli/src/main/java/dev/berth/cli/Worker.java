package dev.berth.cli;

/** A worker as Berth lists it. */
record Worker(String id, String name, String status, String activeVersion, String url) {

    static Worker of(Json worker) {
        return new Worker(
                worker.get("worker_id").text(),
                worker.get("worker_name").text(),
                worker.get("status").text(),
                worker.get("active_version_id").text(),
                worker.get("url").text());
    }
}
