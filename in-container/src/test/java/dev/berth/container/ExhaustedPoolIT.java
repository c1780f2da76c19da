package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.container.Client.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each connection of Outer's pool waits for a lock in the database. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExhaustedPoolIT extends DeployedGateways {

    private static final int POOL = 16;

    /** The pool's own patience, and what a busy machine may need besides. */
    private static final Duration SOON = Duration.ofSeconds(2 + 5);

    private static final String SOURCE = "/api/v1/source/" + "0".repeat(64);
    private static final String TASK = "/api/v1/task/00000000-0000-0000-0000-000000000000";
    private static final String WORKER = "/api/v1/worker/0badcafe";
    private static final String DEPLOY = "{\"worker_id\": \"0badcafe\", \"image\": \"web:1\"}";
    private static final String LOGIN = "{\"email\": \"a@example.org\", \"password\": \"wrong\"}";

    private static final List<Call> CALLS =
            List.of(
                    new Call("POST", "/api/v1/auth/login", LOGIN),
                    new Call("POST", "/api/v1/auth/logout", ""),
                    new Call("PUT", SOURCE, "nothing"),
                    new Call("GET", "/api/v1/worker", ""),
                    new Call("POST", "/api/v1/worker", "{\"worker_name\": \"late\"}"),
                    new Call("GET", WORKER, ""),
                    new Call("DELETE", WORKER, ""),
                    new Call("POST", "/api/v1/worker/deploy", DEPLOY),
                    new Call("GET", WORKER + "/logs", ""),
                    new Call("GET", WORKER + "/manifest", ""),
                    new Call("POST", WORKER + "/rollback", "{}"),
                    new Call("POST", WORKER + "/promote", ""),
                    new Call("POST", WORKER + "/abort", ""),
                    new Call("GET", "/api/v1/task", ""),
                    new Call("GET", TASK, ""),
                    new Call("POST", TASK + "/requeue", ""),
                    new Call("GET", "/api/v1/events", ""),
                    new Call("GET", "/api/v1/audit", ""),
                    new Call("GET", "/api/v1/info", ""),
                    new Call("GET", "/health", ""));

    private record Call(String method, String path, String body) {}

    private record Answered(Call call, Answer answer, Duration took) {}

    @Test
    void everyRouteSaysInTimeToComeAgainAndWhatHoldsThePoolGoesOn() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = TestServer.get().database().superuser().getConnection()) {
            lock(holder);
            List<Future<Answer>> waiting = new ArrayList<>();
            for (int n = 0; n < POOL; n++) {
                waiting.add(clients.submit(() -> developer().get("/api/v1/worker")));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> waitingForTheLock() == POOL);

            List<Answered> refused = all(clients);
            holder.rollback();

            assertThat(refused).allSatisfy(ExhaustedPoolIT::saysToComeAgain);
            for (Future<Answer> one : waiting) {
                assertThat(one.get().status()).isEqualTo(200);
            }
            assertThat(developer().get("/api/v1/worker").status()).isEqualTo(200);
        }
    }

    private static void lock(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK TABLE workers IN ACCESS EXCLUSIVE MODE");
        }
    }

    private List<Answered> all(ExecutorService clients) throws Exception {
        List<Callable<Answered>> calls =
                CALLS.stream().<Callable<Answered>>map(call -> () -> answered(call)).toList();
        List<Answered> answers = new ArrayList<>();
        for (Future<Answered> one : clients.invokeAll(calls)) {
            answers.add(one.get());
        }
        return answers;
    }

    private Answered answered(Call call) {
        long begun = System.nanoTime();
        Answer answer = developer().call(call.method(), call.path(), call.body());
        return new Answered(call, answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void saysToComeAgain(Answered answered) {
        assertThat(answered.answer().status()).as("%s", answered).isEqualTo(503);
        assertThat(answered.answer().header("Retry-After")).as("%s", answered).isNotEmpty();
        assertThat(answered.took()).as("%s", answered).isLessThan(SOON);
    }

    private static int waitingForTheLock() throws SQLException {
        try (Connection superuser = TestServer.get().database().superuser().getConnection();
                Statement statement = superuser.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND application_name = 'berth-outer'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
