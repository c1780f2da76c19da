package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of answers that are not what was hoped for. */
class AnswersIT {

    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth = new FakeBerth().withWorker();
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void forbiddenIsNotAllowed() {
        berth.amiss(
                "GET /api/v1/worker",
                FakeBerth.Reply.problem(403, "{\"detail\":\"a viewer may not\"}"));

        Shell.Result result = Shell.at(berth).run("workers");

        assertThat(result)
                .isEqualTo(new Shell.Result(4, "", "cannot list workers: a viewer may not\n"));
    }

    @Test
    void unknownWorkerIsNotFound() {
        Shell.Result result = Shell.at(berth).run("worker", "nobody");

        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("there is no worker 'nobody'");
    }

    @Test
    void goneWorkerIsNotFound() {
        berth.amiss(
                "DELETE /api/v1/worker/1a2b3c4d",
                FakeBerth.Reply.problem(404, "{\"detail\":\"it is gone\"}"));

        Shell.Result result = Shell.at(berth).run("delete", "hello");

        assertThat(result)
                .isEqualTo(new Shell.Result(5, "", "cannot delete worker 'hello': it is gone\n"));
    }

    @Test
    void stateThatForbidsIsAConflict() {
        berth.amiss(
                "DELETE /api/v1/worker/1a2b3c4d",
                FakeBerth.Reply.problem(409, "{\"error\":\"it is bound\"}"));

        Shell.Result result = Shell.at(berth).run("delete", FakeBerth.WORKER);

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).contains("it is bound");
    }

    @Test
    void awayDependencyTellsWhenToTryAgain() {
        berth.amiss(
                "GET /api/v1/worker",
                FakeBerth.Reply.problem(
                                503, "{\"detail\":\"the database is away\",\"request_id\":\"r1\"}")
                        .retryAfter(5));

        Shell.Result result = Shell.at(berth).run("workers");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("the database is away")
                .contains("try again in 5 s")
                .contains("request r1");
    }

    @Test
    void refusedConnectionTellsHowToStart() {
        Shell shell = Shell.at(berth);
        berth.close();

        Shell.Result result = shell.run("workers");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("cannot list workers at http://127.0.0.1:")
                .contains("./berth up");
    }

    @Test
    void cutAnswerIsNotTakenForWhole() {
        berth.amiss("GET /api/v1/task", FakeBerth.Reply.json(200, "[]").cut(5));

        Shell.Result result = Shell.at(berth).run("tasks");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("cannot list tasks at ", "Premature EOF");
    }

    @Test
    void pageOfAnotherServerIsNotBerths() {
        berth.amiss("GET /api/v1/info", FakeBerth.Reply.html("<html>welcome</html>"));

        Shell.Result result = Shell.at(berth).run("info");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("is that a Berth?");
    }

    @Test
    void errorPageOfAnotherServerIsNotPrinted() {
        berth.amiss(
                "GET /api/v1/worker",
                new FakeBerth.Reply(500, "text/html", "<html>oh no</html>", "", 0));

        Shell.Result result = Shell.at(berth).run("workers");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("the answer was HTTP 500").doesNotContain("<html>");
    }

    @Test
    void serverThatHangsUpIsUnreachable() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(listener));

            Shell.Result result =
                    new Shell()
                            .with("BERTH_TOKEN", FakeBerth.TOKEN)
                            .run("tasks", "--url", "http://127.0.0.1:" + listener.getLocalPort());

            assertThat(result.status()).isEqualTo(3);
        }
    }

    private static void hangUp(ServerSocket listener) {
        try {
            while (true) {
                try (Socket socket = listener.accept()) {
                    socket.getInputStream().read();
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
