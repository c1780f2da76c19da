package dev.berth.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The streams of lines that clients read. They end when the server is told to stop: it would wait
 * half a minute for requests that last for days.
 */
@ApplicationScoped
public class OpenStreams {

    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Set<StreamedLines> open = ConcurrentHashMap.newKeySet();
    private Thread atExit = new Thread();
    private volatile boolean stopping;

    // the server destroys its beans only after it has waited
    @PostConstruct
    void started() {
        atExit = new Thread(this::stop, "stop streams");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @PreDestroy
    void destroyed() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exits) {
            // it runs, or has run
        }
        stop();
    }

    /**
     * Answers with the lines that {@code opening} returns, and closes them. On a thread of its own:
     * a client may follow for days.
     */
    public void answer(AsyncResponse answer, Supplier<Lines> opening, LineFormat format) {
        LateAnswer.give(
                answer,
                () -> {
                    Lines lines = opening.get();
                    // also where nobody comes to write the body
                    answer.register((CompletionCallback) _ -> lines.close());
                    return response(lines, format);
                });
    }

    void add(StreamedLines stream) {
        open.add(stream);
        if (stopping) {
            stream.stop();
        }
    }

    void remove(StreamedLines stream) {
        open.remove(stream);
    }

    /** Ends the streams that are open, and each that is added later. */
    void stop() {
        stopping = true;
        open.forEach(StreamedLines::stop);
    }

    private Response response(Lines lines, LineFormat format) {
        return Response.ok(new StreamedLines(lines, format, BEAT, this), format.mediaType())
                .header("X-Accel-Buffering", "no")
                .build();
    }
}
