package dev.berth.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who speaks HTTP to Outer from a place of his own.
 *
 * @param berth the Berth
 * @param from his address, one of this machine's
 * @param headers what he sends with each request, name after name
 */
record Guest(StartedBerth berth, String from, List<String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns somebody at that address whom nobody knows. */
    static Guest at(StartedBerth berth, String from) {
        return new Guest(berth, from, List.of("X-Request-Id", "same"));
    }

    /** Returns the same, who shows {@code token}. */
    Guest with(String token) {
        return and("Authorization", "Bearer " + berth.secrets().token("token shown", token));
    }

    /** Returns the same, acting for another tenant. */
    Guest actingFor(String tenant) {
        return and("X-Berth-Tenant", tenant);
    }

    /** Returns the same, as a proxy that says for whom it asks. */
    Guest onBehalfOf(String address) {
        return and("X-Forwarded-For", address);
    }

    /** Returns the same, whose request is to take effect once. */
    Guest once(String key) {
        return and("Idempotency-Key", key);
    }

    private Guest and(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Guest(berth, from, more);
    }

    /** What came back. */
    record Answer(int status, String retryAfter, JsonNode body) {

        String text(String member) {
            return body.path(member).asText();
        }
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String json) {
        return call("POST", path, json);
    }

    Answer call(String method, String path, String body) {
        berth.secrets().sent(path, body);
        try (HttpClient http =
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(from)).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + berth.port("outer") + path))
                            .headers(headers.toArray(String[]::new))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode json = JSON.readTree(response.body());
            berth.secrets().answered(path, json);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
