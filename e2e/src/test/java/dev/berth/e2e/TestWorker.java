package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A worker that a test created through the API. */
record TestWorker(Client client, String id) {

    /** Creates one with a name of its own. */
    static TestWorker create(Client client) {
        return new TestWorker(client, create(client, Names.fresh()).text("worker_id"));
    }

    /** Asks for a worker of that name, which may be refused. */
    static Client.Answer create(Client client, String name) {
        return client.post("/api/v1/worker", "{\"worker_name\": \"%s\"}".formatted(name));
    }

    /** Asks for a deployment of {@code archive}, which may be refused. */
    Client.Answer deploy(byte[] archive, Map<String, String> more) {
        assertThat(client.upload(archive).status()).isIn(200, 201);
        String members =
                more.entrySet().stream()
                        .map(
                                member ->
                                        ", \"%s\": \"%s\""
                                                .formatted(member.getKey(), member.getValue()))
                        .collect(Collectors.joining());
        return client.post(
                "/api/v1/worker/deploy",
                "{\"worker_id\": \"%s\", \"source\": \"sha256:%s\"%s}"
                        .formatted(id, Sources.digest(archive), members));
    }

    /** Returns the version of a deployment that was accepted, once it is settled. */
    Client.Answer settled(Client.Answer accepted) {
        assertThat(accepted.status()).as("%s", accepted.body()).isEqualTo(200);
        long version = accepted.body().path("version_id").asLong();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !version(version).path("status").asText().equals("loading"));
        return new Client.Answer(200, version(version));
    }

    private JsonNode version(long number) {
        for (JsonNode version : client.get("/api/v1/worker/" + id).body().path("versions")) {
            if (version.path("version_id").asLong() == number) {
                return version;
            }
        }
        throw new AssertionError("worker " + id + " has no version " + number);
    }
}
