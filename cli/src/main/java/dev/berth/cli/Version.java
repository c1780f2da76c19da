package dev.berth.cli;

import java.util.stream.Collectors;

/** One deployment of a worker. */
record Version(long id, String status, String created, String changed, String message) {

    static Version of(Json version) {
        String message = version.get("message").text();
        return new Version(
                version.get("version_id").number(),
                version.get("status").text(),
                version.get("created_at").text(),
                version.get("changed").items().stream()
                        .map(Json::text)
                        .collect(Collectors.joining(", ")),
                message.isEmpty() ? version.get("msg").text() : message);
    }
}
