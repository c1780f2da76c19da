package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Speaks to Berth. By {@code HttpURLConnection}: it starts in a tenth of the newer client's time.
 */
final class Api {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int PAGE = 100;

    static {
        // a POST is never sent twice behind our back
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final Target target;

    Api(Target target) {
        this.target = target;
    }

    Json get(String attempt, String path) {
        return exchange(attempt, connection -> {}, "GET", path);
    }

    /** Returns all of a list, page by page; {@code query} is empty or begins with an ampersand. */
    List<Json> all(String attempt, String path, String query) {
        List<Json> all = new ArrayList<>();
        List<Json> page;
        do {
            String part = "?limit=%d&offset=%d".formatted(PAGE, all.size());
            page = get(attempt, path + part + query).items();
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    Json delete(String attempt, String path) {
        return exchange(attempt, connection -> {}, "DELETE", path);
    }

    Json post(String attempt, String path, Json body) {
        byte[] text = JsonText.write(body).getBytes(UTF_8);
        return exchange(
                attempt,
                connection -> {
                    connection.setRequestProperty("Content-Type", "application/json");
                    send(connection, text);
                },
                "POST",
                path);
    }

    /** Sends a file as it is. Idempotent: it is named by its content. */
    void upload(SourceArchive archive, Progress progress) {
        exchange(
                "upload the source",
                connection -> {
                    connection.setRequestProperty("Content-Type", "application/gzip");
                    connection.setFixedLengthStreamingMode(archive.size());
                    connection.setDoOutput(true);
                    try (OutputStream out = connection.getOutputStream()) {
                        archive.copyTo(out, progress);
                    }
                },
                "PUT",
                "/api/v1/source/" + archive.sha256());
    }

    /** Gives each line of an answer to the reader, until there is none or he has had enough. */
    void lines(String attempt, String path, boolean endless, Predicate<String> reader) {
        lines(
                attempt,
                path,
                connection -> {
                    connection.setRequestProperty("Accept", "application/x-ndjson, */*;q=0.5");
                    connection.setReadTimeout(endless ? 0 : ANSWER_MILLIS);
                },
                reader);
    }

    /** Gives each line of a stream of events to the reader, from after {@code last} on. */
    void events(String attempt, String path, String last, Predicate<String> reader) {
        lines(
                attempt,
                path,
                connection -> {
                    connection.setRequestProperty("Accept", "text/event-stream, */*;q=0.5");
                    if (!last.isEmpty()) {
                        connection.setRequestProperty("Last-Event-ID", last);
                    }
                },
                reader);
    }

    private void lines(String attempt, String path, Sending sending, Predicate<String> reader) {
        try {
            HttpURLConnection connection = connect("GET", path);
            sending.to(connection);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw Problem.of(attempt, Answer.of(connection));
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
                String line = lines.readLine();
                while (line != null && reader.test(line)) {
                    line = lines.readLine();
                }
            }
        } catch (IOException e) {
            throw unreachable(attempt, e);
        }
    }

    private Json exchange(String attempt, Sending sending, String method, String path) {
        try {
            HttpURLConnection connection = connect(method, path);
            Answer answer = send(connection, sending);
            return read(attempt, answer);
        } catch (IOException e) {
            throw unreachable(attempt, e);
        }
    }

    Json patch(String attempt, String path, Json body) {
        try {
            Duration patience = Duration.ofMillis(ANSWER_MILLIS);
            return read(attempt, new PatchCall(target, patience).send(path, body));
        } catch (IOException e) {
            throw unreachable(attempt, e);
        }
    }

    private static Json read(String attempt, Answer answer) {
        if (!answer.ok()) {
            throw Problem.of(attempt, answer);
        }
        return answer.body().isEmpty() ? new Json.Absent() : json(attempt, answer);
    }

    private static Json json(String attempt, Answer answer) {
        try {
            return answer.json();
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot %s: the answer is not Berth's\nis that a Berth? check --url"
                            .formatted(attempt),
                    e);
        }
    }

    private HttpURLConnection connect(String method, String path) throws IOException {
        var connection =
                (HttpURLConnection) URI.create(target.url() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setRequestProperty("Accept", "application/json");
        target.token()
                .ifPresent(
                        token -> connection.setRequestProperty("Authorization", "Bearer " + token));
        target.tenant()
                .ifPresent(tenant -> connection.setRequestProperty("X-Berth-Tenant", tenant));
        return connection;
    }

    private static Answer send(HttpURLConnection connection, Sending sending) throws IOException {
        try {
            sending.to(connection);
        } catch (IOException broken) {
            return early(connection, broken);
        }
        return Answer.of(connection);
    }

    // a server may refuse an upload before it has read it: then its answer says more than the break
    private static Answer early(HttpURLConnection connection, IOException broken)
            throws IOException {
        try {
            return Answer.of(connection);
        } catch (IOException noAnswer) {
            broken.addSuppressed(noAnswer);
            throw broken;
        }
    }

    private static void send(HttpURLConnection connection, byte[] text) throws IOException {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(text);
        }
    }

    private Failure unreachable(String attempt, IOException cause) {
        String remedy =
                cause instanceof ConnectException
                        ? "\nstart Berth with './berth up', or name another one with --url"
                        : "";
        return new Failure(
                ExitStatus.UNREACHABLE,
                "cannot %s at %s: %s%s".formatted(attempt, target, Reason.of(cause), remedy),
                cause);
    }

    @FunctionalInterface
    private interface Sending {
        void to(HttpURLConnection connection) throws IOException;
    }
}
