package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsIT {

    @TempDir private Path home;
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
    void workersAreATable() {
        Shell.Result result = Shell.at(berth).run("workers");

        assertThat(result.out())
                .isEqualTo(
                        """
                        NAME   ID        STATUS  VERSION  URL
                        hello  1a2b3c4d  active  2        http://1a2b3c4d.worker.localhost:8080
                        """);
    }

    @Test
    void workersAreJsonWhenAsked() {
        Shell.Result result = Shell.at(berth).run("--json", "workers");

        assertThat(result.out()).startsWith("[{\"worker_id\":\"1a2b3c4d\"").endsWith("}]\n");
    }

    @Test
    void workerIsShownByNameAndById() {
        berth.versions("{\"version_id\":2,\"status\":\"success\",\"created_at\":\"now\"}");

        Shell.Result byName = Shell.at(berth).run("worker", "hello");

        assertThat(byName.out())
                .contains("status   active", "url      " + FakeBerth.ADDRESS, "2        success");
        assertThat(Shell.at(berth).run("worker", FakeBerth.WORKER)).isEqualTo(byName);
    }

    @Test
    void logsAreRawInAPipe() {
        Shell.Result result = Shell.at(berth).run("logs", "hello", "--last", "7");

        assertThat(result.out()).isEqualTo("listening\n\u001b[2Jwiped\tout\n");
        assertThat(berth.requests())
                .endsWith("GET /api/v1/worker/1a2b3c4d/logs?follow=false&last=7");
    }

    @Test
    void logsCannotSteerATerminal() {
        Shell.Result result =
                Shell.at(berth).onTerminal().run("logs", "hello", "-f", "--version", "3");

        assertThat(result.out()).isEqualTo("listening\n\\u001b[2Jwiped\tout\n");
        assertThat(berth.requests().getLast()).endsWith("follow=true&last=100&version_id=3");
    }

    @Test
    void logThatBreaksOffIsNotTakenForItsEnd() {
        String log = "{\"line\":\"listening\"}\n{\"error\":\"the lines broke off; ask again\"}\n";
        berth.amiss("GET /api/v1/worker/1a2b3c4d/logs", FakeBerth.Reply.json(200, log));

        Shell.Result result = Shell.at(berth).run("logs", "hello", "--follow");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("listening\n");
        assertThat(result.err()).contains("log of 'hello': the lines broke off");
    }

    @Test
    void deleteReturnsWhenTheWorkerIsGone() {
        Shell.Result result = Shell.at(berth).run("delete", "hello");

        assertThat(result)
                .isEqualTo(
                        new Shell.Result(0, "", "deleting 'hello' (1a2b3c4d)\n'hello' is gone\n"));
    }

    @Test
    void deleteDoesNotWaitWhereToldSo() {
        Shell.Result result = Shell.at(berth).run("delete", "hello", "--no-wait");

        assertThat(result).isEqualTo(new Shell.Result(0, "", "deleting 'hello' (1a2b3c4d)\n"));
    }

    @Test
    void tasksAreATable() {
        Shell.Result result = Shell.at(berth).run("tasks");

        assertThat(result.out()).contains("t1    worker.deploy  succeeded  1");
    }

    @Test
    void requeuedTaskIsNamedByItsNewId() {
        berth.amiss(
                "POST /api/v1/task/t1/requeue",
                FakeBerth.Reply.json(200, "{\"task_id\": \"t2\", \"status\": \"pending\"}"));

        Shell.Result result = Shell.at(berth).run("task", "requeue", "t1");

        assertThat(result).isEqualTo(new Shell.Result(0, "t2\n", ""));
    }

    @Test
    void taskThatHasNotFailedIsAConflict() {
        berth.amiss(
                "POST /api/v1/task/t1/requeue",
                FakeBerth.Reply.problem(
                        409, "{\"status\": 409, \"detail\": \"it has not failed\"}"));

        Shell.Result result = Shell.at(berth).run("task", "requeue", "t1");

        assertThat(result.status()).isEqualTo(6);
        assertThat(result.err()).contains("requeue task 't1'", "it has not failed");
    }

    @Test
    void taskWithoutAWordWhatToDoIsWrongUse() {
        assertThat(Shell.at(berth).run("task").status()).isEqualTo(2);
    }

    @Test
    void infoNeedsNoToken() {
        Shell.Result result = new Shell().run("info", "--url", berth.url());

        assertThat(result.out()).contains("version: 1.0", "  name=process state=active");
    }

    @Test
    void loginKeepsTheTokenForItsOwnerAlone() throws IOException {
        Path password = OwnFile.write(home.resolve("password"), "secret\n");
        Path kept = home.resolve("new/cli.properties");

        Shell.Result login =
                new Shell()
                        .with("BERTH_HOME", kept.getParent().toString())
                        .run(
                                "login",
                                "--url",
                                berth.url(),
                                "--email",
                                "a@b.c",
                                "--password-file",
                                password.toString());

        assertThat(login.status()).as(login.err()).isZero();
        assertThat(berth.bodies()).containsExactly("{\"email\":\"a@b.c\",\"password\":\"secret\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(new Shell().run("workers", "--home", kept.getParent().toString()).status())
                .isZero();
    }

    @Test
    void keptTokenIsNotGivenToAnotherServer() throws IOException {
        OwnFile.write(home.resolve("cli.properties"), "url=http://127.0.0.1:9900\ntoken=bt_test\n");

        Shell.Result result =
                new Shell().run("workers", "--home", home.toString(), "--url", berth.url());

        assertThat(result.status()).isEqualTo(4);
        assertThat(berth.requests()).isEmpty();
    }

    @Test
    void withoutAnAddressItIsToldHowToGetOne() {
        Shell.Result result = new Shell().run("workers", "--home", home.toString());

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("./berth up").contains("berth login");
    }

    @Test
    void wrongUseNamesTheHelp() {
        Shell.Result result = new Shell().run("logs", "--wrong");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("see 'berth logs --help'");
    }

    @Test
    void helpNamesEveryCommandAndTheExitStatus() {
        Shell.Result result = new Shell().run("help");

        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("deploy", "workers", "worker ", "logs", "delete", "tasks", "info")
                .contains("login", "logout", "token", "Exit status:", "130  interrupted");
    }

    @Test
    void misspeltCommandIsAnsweredWithTheOneMeant() {
        Shell.Result result = new Shell().run("deplyo");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("'deplyo'", "Did you mean", "deploy");
    }

    @Test
    void directoryMayBeNamedLikeACommand() {
        Shell.Result result = new Shell().run("worker", "deploy", "--url", berth.url());

        assertThat(result.status()).isEqualTo(4);
    }
}
