package dev.berth.bench;

import dev.berth.bench.Prober.Answer;
import dev.berth.bench.Prober.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids of what somebody has who registered: nobody else is to learn that they exist. */
record Stranger(String worker, String task, String token, String tenant) {

    static final String EMAIL = "ada@example.org";

    private static final Waiting MAIL = new Waiting(Duration.ofSeconds(20), Duration.ofMillis(50));
    private static final Pattern CODE = Pattern.compile("(?m)^ +([0-9]{6})$");
    private static final Pattern TENANT = Pattern.compile("--tenant ([0-9a-f-]{36})");

    /** Has somebody invited, who registers, invites another, and makes a worker and a token. */
    static Stranger create(StartedBerth berth, Prober prober) {
        Path letters = berth.home().resolve("mail");
        invite(prober, berth.secret("cli-token"), EMAIL);
        prober.good(Question.ofNobody("POST /api/auth/send-code", email(EMAIL)));
        String code = letter(letters, EMAIL, CODE);
        String proof =
                "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"correct horse\"}"
                        .formatted(EMAIL, code);
        String session =
                prober.good(Question.ofNobody("POST /api/auth/register", proof)).text("token");
        invite(prober, session, "bob@example.org");
        return new Stranger(
                made(prober, session, "POST /api/worker", "worker_name").text("worker_id"),
                tasks(prober, session).body().path(0).path("task_id").asText(),
                made(prober, session, "POST /api/v1/tokens", "name").text("id"),
                letter(letters, "bob@example.org", TENANT));
    }

    private static Answer tasks(Prober prober, String session) {
        return prober.good(Question.of("GET /api/v1/task", session, ""));
    }

    private static Answer made(Prober prober, String session, String call, String name) {
        return prober.good(Question.of(call, session, "{\"%s\": \"hidden\"}".formatted(name)));
    }

    private static void invite(Prober prober, String token, String email) {
        prober.good(Question.of("POST /api/v1/member", token, email(email)));
    }

    static String email(String address) {
        return "{\"email\": \"%s\"}".formatted(address);
    }

    private static String letter(Path letters, String email, Pattern wanted) {
        MAIL.until("a letter to " + email, () -> found(letters, email, wanted).isPresent());
        return found(letters, email, wanted).orElseThrow();
    }

    private static Optional<String> found(Path letters, String email, Pattern wanted) {
        if (!Files.isDirectory(letters)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(letters)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(Scratch::read)
                    .filter(letter -> letter.startsWith("To: " + email + "\n"))
                    .flatMap(letter -> wanted.matcher(letter).results())
                    .map(result -> result.group(1))
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
