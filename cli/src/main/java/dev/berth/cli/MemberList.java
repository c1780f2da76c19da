package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;

/** The members and invitations of a tenant. */
record MemberList(Api api) {

    private static final String PATH = "/api/v1/member";

    List<Json> all() {
        return api.all("list members", PATH, "");
    }

    Json add(String email, String role) {
        return api.post(
                "add '" + email + "'", PATH, Json.object().with("email", email).with("role", role));
    }

    Json remove(String emailOrId) {
        return api.delete(
                "remove '" + emailOrId + "'",
                PATH + "?id=" + URLEncoder.encode(id(emailOrId), UTF_8));
    }

    /** Finds by address, or else by id; returns the id. */
    private String id(String emailOrId) {
        return all().stream()
                .filter(
                        member ->
                                member.get("email").text().equalsIgnoreCase(emailOrId)
                                        || member.get("id").text().equals(emailOrId))
                .findFirst()
                .map(member -> member.get("id").text())
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitStatus.NOT_FOUND,
                                        "there is no member '%s'; 'berth members' lists them"
                                                .formatted(emailOrId)));
    }
}
