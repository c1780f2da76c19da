package dev.berth.standalone;

import dev.berth.plugin.process.ProcessRegistry;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Patience;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.process.ChildProcess;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.process.Supervisor;
import dev.berth.standalone.server.LibertyServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** All of Berth on this machine: brings it up side by side, and down one after the other. */
final class Standalone implements AutoCloseable {

    static final Duration GRACE_OF_WORKERS = Duration.ofSeconds(10);
    private static final Logger LOG = System.getLogger(Standalone.class.getName());
    private static final Duration LIMIT_FOR_WORKERS = Duration.ofSeconds(30);

    private final Plan plan;
    private final Progress progress;
    private final Supervisor kafka;
    private final Optional<Supervisor> postgres;
    private final ChildProgram edgeProgram;
    private final Supervisor edge;
    private final Supervisor liberty;
    private final CountDownLatch schema = new CountDownLatch(1);
    private final ReentrantLock closing = new ReentrantLock();
    private boolean closed;

    Standalone(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.kafka = new Supervisor(plan.kafka(), progress);
        this.postgres = plan.postgresChild().map(child -> new Supervisor(child, progress));
        this.edgeProgram = plan.edge().child();
        this.edge = new Supervisor(edgeProgram, progress);
        this.liberty = new Supervisor(plan.liberty().child(), progress);
    }

    /**
     * Returns when everything is ready, the workers of the time before too unless they take long.
     *
     * @throws LauncherException at the first part that cannot be started; call {@link #close} then
     */
    void start(Optional<ChildProcess> adoptedEdge) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> steps =
                    List.of(
                            step(this::startDatabase),
                            step(kafka::start),
                            step(() -> startEdge(adoptedEdge)),
                            step(this::startLiberty));
            CompletionService<Boolean> running = new ExecutorCompletionService<>(executor);
            steps.forEach(running::submit);
            try {
                for (int left = steps.size(); left > 0; left--) {
                    running.take().get();
                }
            } catch (ExecutionException failure) {
                executor.shutdownNow();
                throw rethrown(failure.getCause());
            }
        }
        awaitWorkers();
    }

    private void awaitWorkers() throws InterruptedException {
        Patience patience = new Patience(progress, LIMIT_FOR_WORKERS);
        LibertyServer server = plan.liberty();
        if (!patience.await("workers", progress.clock().instant(), server::reconciled)) {
            progress.say("  workers     not all of them answer yet; see ./berth workers");
        }
    }

    /** Stops everything, workers too, in an orderly way. Idempotent; a second caller waits. */
    @Override
    public void close() {
        closing.lock();
        try {
            if (!closed) {
                closed = true;
                stopAll();
            }
        } finally {
            closing.unlock();
        }
    }

    private void stopAll() {
        // Inner first: it would bring workers back
        stop("Liberty", liberty::stop);
        stop("workers", () -> ProcessRegistry.stopAll(plan.home().run(), GRACE_OF_WORKERS));
        stop("edge", edge::stop);
        stop("Kafka", kafka::stop);
        postgres.ifPresent(running -> stop("PostgreSQL", running::stop));
    }

    private void startDatabase() {
        postgres.ifPresent(this::startPostgres);
        prepareDatabase();
        plan.schemaMark().set();
        schema.countDown();
    }

    private void startPostgres(Supervisor supervisor) {
        plan.postgres().prepare();
        supervisor.start();
    }

    private void prepareDatabase() {
        Instant since = progress.clock().instant();
        plan.database().prepare();
        plan.external()
                .ifPresent(login -> progress.started("database at " + login.address(), since));
    }

    private void startEdge(Optional<ChildProcess> adopted) {
        if (adopted.isPresent()) {
            edgeProgram.adopt(adopted.get());
            edge.watch();
            progress.say("  edge        goes on as process " + adopted.get().handle().pid());
        } else {
            plan.edge().remember();
            edge.start();
        }
    }

    private void startLiberty() {
        plan.liberty().prepare(plan.settings());
        if (!plan.schemaMark().current()) {
            awaitSchema();
        }
        liberty.start();
    }

    private void awaitSchema() {
        try {
            schema.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while waiting for the database", stop);
        }
    }

    private void stop(String name, Runnable step) {
        Instant since = progress.clock().instant();
        try {
            step.run();
            progress.stopped(name, since);
        } catch (RuntimeException failure) {
            // the others are to be stopped all the same
            LOG.log(Level.ERROR, "cannot stop a part: part=" + name, failure);
            progress.say("  %-11s cannot be stopped: %s".formatted(name, failure.getMessage()));
        }
    }

    private static Callable<Boolean> step(Runnable action) {
        return () -> {
            action.run();
            return true;
        };
    }

    private static LauncherException rethrown(Throwable cause) {
        return cause instanceof LauncherException known
                ? known
                : new LauncherException(
                        "cannot start Berth: " + LauncherException.story(cause), cause);
    }
}
