package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Somebody who registered, at a place of his own: attempts are counted by place.
 *
 * @param here a client at his place, whom nobody knows
 * @param email his address
 * @param userId his id
 * @param token the token of his first session
 * @param key the key that he signs by
 */
record Account(Client here, String email, String userId, String token, String key) {

    static final String PASSWORD = "correct horse";

    /** Registers somebody new, without quotas. */
    static Account register(Client outer) {
        Client here = outer.from(place());
        String email = newEmail();
        Answer made = here.post("/api/v1/auth/register", proof(here, email));
        assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
        Superuser.update(
                "DELETE FROM quotas WHERE tenant_id IN"
                        + " (SELECT tenant_id FROM members WHERE user_id = ?::uuid)",
                made.text("user_id"));
        return new Account(
                here, email, made.text("user_id"), made.text("token"), made.text("secret_key"));
    }

    /** Returns an address that nobody has. */
    static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    /** Has a code sent, and returns the body that proves who reads that mail. */
    static String proof(Client here, String email) {
        TestMail mail = TestServer.get().mail();
        int before = mail.count(email);
        Answer sent = here.post("/api/v1/auth/send-code", "{\"email\": \"%s\"}".formatted(email));
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
        return "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"%s\"}"
                .formatted(email, mail.code(email, before + 1), PASSWORD);
    }

    /** Returns a place where nobody was before. */
    static InetAddress place() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return InetAddress.ofLiteral(
                "127.%d.%d.%d"
                        .formatted(
                                random.nextInt(1, 255),
                                random.nextInt(1, 255),
                                random.nextInt(1, 255)));
    }

    String credentials() {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
    }

    /** Returns the token of a new session. */
    String session() {
        return here.post("/api/v1/auth/login", credentials()).text("token");
    }

    Client client() {
        return here.with(token);
    }

    Signing signing() {
        return new Signing(userId, key);
    }

    /** Creates a worker and returns its id. */
    String worker() {
        String name = "w" + UUID.randomUUID().toString().substring(0, 8);
        return client().post("/api/v1/worker", "{\"worker_name\": \"%s\"}".formatted(name))
                .text("worker_id");
    }

    /** Deploys to a worker, and returns the version. */
    long deploy(String worker) {
        Answer answer =
                client().post(
                                "/api/v1/worker/deploy",
                                "{\"worker_id\": \"%s\", \"image\": \"registry.invalid/app:1\"}"
                                        .formatted(worker));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body().path("version_id").longValue();
    }
}
