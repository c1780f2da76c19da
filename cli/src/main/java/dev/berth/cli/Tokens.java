package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** The caller's personal access tokens. */
record Tokens(Api api) {

    private static final String PATH = "/api/v1/tokens";

    Json create(String name, Json body) {
        return api.post("make token '" + name + "'", PATH, body);
    }

    List<Json> all() {
        return api.all("list tokens", PATH, "");
    }

    /** Finds by name, and where none has it, by id; returns the id. */
    String id(String nameOrId) {
        List<Json> all = all();
        return all.stream()
                .filter(token -> token.get("name").text().equals(nameOrId))
                .findFirst()
                .or(
                        () ->
                                all.stream()
                                        .filter(token -> token.get("id").text().equals(nameOrId))
                                        .findFirst())
                .map(token -> token.get("id").text())
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitStatus.NOT_FOUND,
                                        "there is no token '%s'; 'berth token list' lists them"
                                                .formatted(nameOrId)));
    }

    Json revoke(String name, String id) {
        return api.delete("revoke token '" + name + "'", PATH + "/" + URLEncoder.encode(id, UTF_8));
    }
}
