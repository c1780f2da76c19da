package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "events",
        description = {
            "Print what happens, as it happens; goes on where it was after a connection broke.",
            "",
            "  berth events",
            "  berth events --json --count 1"
        },
        mixinStandardHelpOptions = true)
final class EventsCommand implements Runnable {

    private static final String ATTEMPT = "follow the events";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParentCommand private Berth berth;

    @Option(
            names = "--after",
            paramLabel = "POSITION",
            defaultValue = "",
            description = "Begin after the event with that position, not with what comes next.")
    private String after;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many events; 0 for never.")
    private long count;

    private long printed;
    private Instant heard = Instant.MIN;

    @Override
    public void run() {
        if (count < 0) {
            throw new Failure(ExitStatus.USAGE, "--count is not negative");
        }
        Api api = berth.api();
        EventReader reader = new EventReader(after, this::print);
        while (!enough()) {
            follow(api, reader);
            if (!enough()) {
                Pace.pause(Duration.ofSeconds(10), "Berth");
            }
        }
    }

    private void follow(Api api, EventReader reader) {
        try {
            api.events(
                    ATTEMPT,
                    "/api/v1/events",
                    reader.last(),
                    line -> {
                        heard = berth.clock().instant();
                        reader.line(line);
                        return !enough();
                    });
        } catch (Failure failure) {
            boolean away = failure.status() == ExitStatus.UNREACHABLE;
            if (!away || heard.plus(PATIENCE).isBefore(berth.clock().instant())) {
                throw failure;
            }
        }
        reader.forget();
    }

    private boolean enough() {
        return (count > 0 && printed >= count) || berth.console().closed();
    }

    private void print(String name, Json event) {
        if (name.equals("reset")) {
            berth.console().note("some events are missing: " + event.get("message").text());
            return;
        }
        printed++;
        berth.console().result(berth.options().json() ? JsonText.write(event) : line(event));
    }

    private static String line(Json event) {
        Json data = event.get("data");
        String why = data.get("message").text() + data.get("error").text();
        return "%s  %s  %s%s"
                .formatted(
                        event.get("time").text(),
                        event.get("subject").text(),
                        data.get("status").text(),
                        why.isEmpty() ? "" : "  " + why);
    }
}
