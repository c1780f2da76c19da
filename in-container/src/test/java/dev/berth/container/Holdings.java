package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import dev.berth.container.ForeignCalls.Foreign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Somebody who has one of everything, and what it is called. */
final class Holdings {

    private static final String WORKER = "/api/v1/worker";

    private final Account owner;
    private final String worker;
    private final Map<String, Foreign> foreign = new HashMap<>();

    Holdings(Client outer) {
        owner = Account.register(outer);
        worker = owner.worker();
        Client client = owner.client();
        String variables = "{\"key\": \"COLOUR\", \"value\": \"blue\"}";
        client.post(WORKER + "/" + worker + "/env", variables);
        client.post(WORKER + "/" + worker + "/secret", variables);
        put("worker", worker);
        foreign.put("version", version());
        put("task", task());
        put("tenant", client.get(WORKER + "/" + worker).body().at("/worker/tenant_id").asText());
        put("user", owner.userId());
        put("invitation", invitation());
        project();
        tokens();
        source();
        key();
    }

    Account owner() {
        return owner;
    }

    Map<String, Foreign> foreign() {
        return foreign;
    }

    /** Returns what nobody else may have changed. */
    List<String> state() {
        JsonNode details = owner.client().get(WORKER + "/" + worker).body();
        return List.of(
                details.at("/worker/generation") + " of " + details.path("total"),
                look(WORKER + "/" + worker + "/env"),
                look(WORKER + "/" + worker + "/secret"),
                look("/api/v1/tokens"),
                look("/api/v1/project"),
                look("/api/v1/member"));
    }

    private String look(String path) {
        return owner.client().get(path).body().toString();
    }

    /** A number begins with no zero. */
    private Foreign version() {
        String known = Long.toString(owner.deploy(worker));
        String unknown = "9".repeat(known.length());
        return known.equals(unknown) ? version() : new Foreign(known, unknown);
    }

    private String task() {
        return StreamSupport.stream(owner.client().get("/api/v1/task").body().spliterator(), false)
                .findFirst()
                .orElseThrow()
                .path("task_id")
                .asText();
    }

    private String invitation() {
        return owner.client()
                .post("/api/v1/member", "{\"email\": \"%s\"}".formatted(Account.newEmail()))
                .text("id");
    }

    private void project() {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        owner.client().post("/api/v1/project", "{\"name\": \"%s\"}".formatted(name));
        put("project", name);
    }

    private void tokens() {
        Answer made = token("live");
        put("token", made.text("id"));
        Answer ended = token("ended");
        owner.client().delete("/api/v1/tokens/" + ended.text("id"));
        put("bearer", ended.text("token"));
    }

    private Answer token(String name) {
        return owner.client().post("/api/v1/tokens", "{\"name\": \"%s\"}".formatted(name));
    }

    private void source() {
        byte[] archive = archive();
        String digest = Signing.digest(archive);
        owner.client()
                .call(
                        "PUT",
                        "/api/v1/source/" + digest,
                        archive,
                        "Content-Type",
                        "application/gzip");
        put("source", digest);
    }

    /** Returns what he has uploaded. */
    byte[] archive() {
        return Archives.source(owner.userId());
    }

    private void key() {
        String key = UUID.randomUUID().toString();
        owner.client()
                .call(
                        "POST",
                        "/api/v1/project",
                        "{\"name\": \"p%s\"}".formatted(key.substring(0, 8)),
                        "Idempotency-Key",
                        key);
        put("key", key);
    }

    private void put(String kind, String known) {
        foreign.put(kind, Foreign.of(known));
    }
}
