package dev.berth.cli;

/** One deployment of a worker. */
record Version(long id, String status, String created, String message) {

    static Version of(Json version) {
        String message = version.get("message").text();
        return new Version(
                version.get("version_id").number(),
                version.get("status").text(),
                version.get("created_at").text(),
                message.isEmpty() ? version.get("msg").text() : message);
    }
}
