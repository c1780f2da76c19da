package dev.berth.cli;

/** A version on its way, or there. */
record Deployed(String workerId, String workerName, long version, String status, String url) {

    Deployed as(String newStatus, String newUrl) {
        return new Deployed(workerId, workerName, version, newStatus, newUrl);
    }

    Json json() {
        return Json.object()
                .with("worker_id", workerId)
                .with("worker_name", workerName)
                .with("version_id", version)
                .with("status", status)
                .with("url", url);
    }
}
