package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cli.FakeBerth.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventsAndAuditIT {

    private static final String STREAM =
            """
            retry: 1000
            id: 7.0

            id: 7.1
            data: {"time":"2026-11-21T10:00:00Z","subject":"worker/1a2b3c4d","data":{"status":"loading"}}

            :

            id: 7.2
            data: {"time":"2026-11-21T10:00:01Z","subject":"worker/1a2b3c4d","data":{"status":"error","message":"it ended"}}

            """;

    private static final String LOG =
            """
            {"entries":[{"id":9,"at":"2026-11-21T10:00:00Z","actor":"u1","way_in":"token",
             "source":"::1","operation":"worker.create","target_kind":"worker",
             "target_id":"1a2b3c4d","changes":{"name":"web","runtime":"process"},"outcome":"done"},
             {"id":8,"at":"2026-11-21T09:00:00Z","source":"::1","operation":"auth.login",
             "target_kind":"user","target_id":"","changes":{},"outcome":"refused","status":401}],
             "total":2}
            """;

    private FakeBerth berth;

    @BeforeEach
    void open() throws IOException {
        berth = new FakeBerth();
    }

    @AfterEach
    void close() {
        berth.close();
    }

    @Test
    void eventsArePrintedAsTheyCome() {
        stream(STREAM);

        Shell.Result result = Shell.at(berth).run("events", "--count", "2");

        assertThat(result.out())
                .isEqualTo(
                        """
                        2026-11-21T10:00:00Z  worker/1a2b3c4d  loading
                        2026-11-21T10:00:01Z  worker/1a2b3c4d  error  it ended
                        """);
        assertThat(result.status()).isZero();
    }

    @Test
    void eventsAreJsonWhenAsked() {
        stream(STREAM);

        Shell.Result result = Shell.at(berth).run("events", "--json", "--count", "1");

        assertThat(result.out()).startsWith("{\"time\":\"2026").hasLineCount(1);
    }

    @Test
    void streamThatEndsIsFollowedAgainFromItsLastEvent() {
        stream(STREAM);

        Shell.Result result = Shell.at(berth).run("events", "--count", "3");

        assertThat(result.out()).hasLineCount(3);
        assertThat(berth.lastEventIds()).containsExactly("", "7.2");
    }

    @Test
    void streamBeginsWhereItIsTold() {
        stream(STREAM);

        Shell.at(berth).run("events", "--after", "6.5", "--count", "1");

        assertThat(berth.lastEventIds()).containsExactly("6.5");
    }

    @Test
    void missingEventsAreSaidBesideTheResult() {
        stream("event: reset\nid: 9.0\ndata: {\"message\":\"look anew\"}\n\n" + STREAM);

        Shell.Result result = Shell.at(berth).run("events", "--count", "1");

        assertThat(result.err()).contains("some events are missing: look anew");
        assertThat(result.out()).hasLineCount(1);
    }

    @Test
    void whoMayNotFollowIsToldAtOnce() {
        Shell.Result result = Shell.at(berth).with("BERTH_TOKEN", "bt_other").run("events");

        assertThat(result.status()).isEqualTo(ExitStatus.DENIED.code());
    }

    @Test
    void auditIsATable() {
        berth.amiss("GET /api/v1/audit", Reply.json(200, LOG));

        Shell.Result result =
                Shell.at(berth)
                        .run("audit", "--last", "2", "--operation", "worker.", "--target", "a b");

        assertThat(result.out())
                .contains("worker.create  1a2b3c4d  done", "name=web runtime=process")
                .contains("auth.login", "refused 401");
        assertThat(berth.requests())
                .containsExactly("GET /api/v1/audit?limit=2&operation=worker.&target=a+b");
    }

    @Test
    void auditIsJsonWhenAsked() {
        berth.amiss("GET /api/v1/audit", Reply.json(200, LOG));

        assertThat(Shell.at(berth).run("audit", "--json").out()).endsWith("\"total\":2}\n");
    }

    private void stream(String text) {
        berth.amiss("GET /api/v1/events", new Reply(200, "text/event-stream", text, "", 0));
    }
}
