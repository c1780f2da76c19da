package dev.berth.rest.outer.event;

import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStream;
import dev.berth.intent.event.KeptEvent;
import dev.berth.rest.Json;
import dev.berth.rest.Lines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A stream of events as server-sent events. Ends when its client may no longer read, and at the
 * latest after an hour: whoever comes back then is checked like anybody.
 */
final class EventLines implements Lines {

    /** How long one stream lasts. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** How often it is looked whether its client may still read. */
    static final Duration CHECK = Duration.ofSeconds(2);

    /** How often a quiet stream says where it is. */
    static final Duration BEAT = Duration.ofSeconds(10);

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final EventStream stream;
    private final BooleanSupplier allowed;
    private final InstantSource clock;
    private final Instant end;
    private Instant check;
    private Instant beat;
    private boolean begun;

    EventLines(EventStream stream, BooleanSupplier allowed, InstantSource clock) {
        Instant now = clock.instant();
        this.stream = stream;
        this.allowed = allowed;
        this.clock = clock;
        this.end = now.plus(LONGEST);
        this.check = now.plus(CHECK);
        this.beat = now.plus(BEAT);
    }

    @Override
    public Optional<String> next() {
        if (!begun) {
            begun = true;
            // a browser comes back after a second
            return Optional.of("retry: 1000\n" + id(stream.start()));
        }
        try {
            return waited();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        stream.close();
    }

    private Optional<String> waited() throws InterruptedException {
        while (mayGoOn()) {
            switch (stream.next(WAIT)) {
                case EventStream.Next(KeptEvent event) -> {
                    return Optional.of(block(event));
                }
                case EventStream.Reset(EventPosition position) -> {
                    return Optional.of(reset(position));
                }
                case EventStream.Quiet(EventPosition position) -> {
                    if (beats()) {
                        return Optional.of(id(position));
                    }
                }
                case EventStream.End() -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayGoOn() {
        Instant now = clock.instant();
        if (now.isBefore(check)) {
            return true;
        }
        check = now.plus(CHECK);
        return now.isBefore(end) && allowed.getAsBoolean();
    }

    private boolean beats() {
        Instant now = clock.instant();
        if (now.isBefore(beat)) {
            return false;
        }
        beat = now.plus(BEAT);
        return true;
    }

    private static String block(KeptEvent event) {
        return id(event.position()) + "\ndata: " + Json.write(EventView.of(event));
    }

    private static String reset(EventPosition position) {
        return "event: reset\n"
                + id(position)
                + "\ndata: {\"message\":\"events before this are not kept any more; look at what"
                + " there is, and go on from here\"}";
    }

    private static String id(EventPosition position) {
        return "id: " + position;
    }
}
