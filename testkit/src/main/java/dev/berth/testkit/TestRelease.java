package dev.berth.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Endpoint;
import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A release under test: reconciles it as Berth does, again and again while it is in progress.
 *
 * @param runtime the runtime that has it
 * @param spec what is wanted of it, but for the number of instances
 */
public record TestRelease(WorkerRuntime runtime, ReleaseSpec spec) {

    private static final int MILLIS = 2_000;
    private static final long LAST = 1_000_000;
    private static final Duration MOMENT = Duration.ofMillis(300);

    /** Returns the same release on another object. */
    public TestRelease on(WorkerRuntime other) {
        return new TestRelease(other, spec);
    }

    /** Returns what is wanted, with so many instances. */
    public ReleaseSpec wanted(int replicas) {
        return new ReleaseSpec(
                spec.id(),
                spec.tenant(),
                spec.artifact(),
                spec.command(),
                spec.env(),
                spec.secrets(),
                spec.port(),
                spec.health(),
                replicas,
                spec.limits());
    }

    /** Reconciles until there is an outcome, and returns that. */
    public ReleaseState settle(int replicas, OperationContext context) {
        return settled(() -> runtime.reconcile(wanted(replicas), context), context);
    }

    /** Reconciles with a first attempt until there is an outcome, and returns that. */
    public ReleaseState settle(int replicas) {
        return settle(replicas, TestOperation.named("reconcile"));
    }

    /** Reconciles until so many instances are ready, and returns where they answer. */
    public List<Endpoint> ready(int replicas) {
        return ready(settle(replicas), replicas);
    }

    /** Returns the endpoints of a state that must say that so many instances are ready. */
    static List<Endpoint> ready(ReleaseState state, int replicas) {
        assertThat(state).isInstanceOf(ReleaseState.Ready.class);
        ReleaseState.Ready ready = (ReleaseState.Ready) state;
        assertThat(ready.replicas()).isEqualTo(replicas);
        assertThat(ready.endpoints()).hasSize(replicas);
        return ready.endpoints();
    }

    /** Deletes it with an attempt that no other overtakes, until there is an outcome. */
    public ReleaseState delete() {
        OperationContext context = TestOperation.named("delete").attempt(LAST);
        return settled(() -> runtime.delete(spec.id(), context), context);
    }

    /** Returns the newest lines of what its instances wrote. */
    public List<LogLine> log(int last) {
        return log(new LogQuery(false, last));
    }

    /** Returns the lines that {@code query} asks for, which does not follow. */
    public List<LogLine> log(LogQuery query) {
        try (LogStream stream = runtime.logs(spec.id(), query)) {
            List<LogLine> lines = new ArrayList<>();
            Stream.generate(stream::next)
                    .takeWhile(Optional::isPresent)
                    .map(Optional::get)
                    .forEach(lines::add);
            return lines;
        }
    }

    /**
     * Returns how many programs were ever started for it. What one writes may reach the log a
     * moment later: the log is read until it says the same twice.
     */
    public long starts() {
        OperationContext context = TestOperation.named("read");
        long before = -1;
        long now = started();
        while (now != before) {
            context.pause(MOMENT);
            before = now;
            now = started();
        }
        return now;
    }

    private long started() {
        return log(1_000).stream().filter(line -> line.text().equals("started")).count();
    }

    /** Returns the answer of one of its instances; empty where there is none. */
    public static Optional<String> answer(Endpoint endpoint) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            endpoint.uri().resolve("/").toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            endpoint.headers().forEach(connection::setRequestProperty);
            assertThat(connection.getResponseCode()).isEqualTo(200);
            return Optional.of(new String(connection.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException silent) {
            return Optional.empty();
        }
    }

    private static ReleaseState settled(Supplier<ReleaseState> call, OperationContext context) {
        ReleaseState state = call.get();
        while (state instanceof ReleaseState.InProgress progress) {
            assertThat(context.deadline())
                    .as("deadline of an operation that is still " + progress.phrase())
                    .isAfter(Instant.now());
            context.pause(progress.callAgainAfter());
            state = call.get();
        }
        return state;
    }
}
