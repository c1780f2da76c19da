package dev.berth.inner;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.engine.operation.OperationRunner;
import dev.berth.spi.LogLine;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.LogContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BoundedRuntimeTest {

    private static final ReleaseId RELEASE = new ReleaseId("0badcafe", 1);
    private static final LogQuery ALL = new LogQuery(false, 10);

    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    void logThatIsOpenedAfterItsReaderGaveUpIsClosed() throws InterruptedException {
        WorkerRuntime runtime = bounded(Duration.ofMillis(50));

        PluginException refused =
                catchThrowableOfType(PluginException.class, () -> runtime.logs(RELEASE, ALL));
        long open = closed.getCount();
        go.countDown();

        assertThat(refused.kind()).isEqualTo(PluginException.Kind.UNAVAILABLE);
        assertThat(open).as("opened meanwhile").isEqualTo(1);
        assertThat(closed.await(10, SECONDS)).isTrue();
    }

    @Test
    void logThatIsOpenedInTimeIsRead() {
        go.countDown();

        LogStream log = bounded(Duration.ofSeconds(10)).logs(RELEASE, ALL);

        assertThat(log.next()).isEmpty();
        assertThat(closed.getCount()).isEqualTo(1);
    }

    @Test
    void whatThePluginLogsHasTheFieldsOfWhoCalls() {
        go.countDown();

        LogContext.of(LogContext.Component.CONTROLLER)
                .run(() -> bounded(Duration.ofSeconds(10)).logs(RELEASE, ALL));

        assertThat(fields).isEqualTo(Map.of("component", "controller"));
    }

    private Map<String, String> fields = Map.of();

    private WorkerRuntime bounded(Duration patience) {
        return new BoundedRuntime(
                "slow",
                new SlowLog(),
                new BoundedCalls(new OperationRunner(1, clock), _ -> {}),
                () -> clock.instant().plus(patience));
    }

    /** A runtime that takes its time to open a log, whoever interrupts it. */
    private final class SlowLog implements WorkerRuntime {

        @Override
        public LogStream logs(ReleaseId id, LogQuery query) {
            fields = LogContext.current().fields();
            ScriptedRuntime.hang(go);
            return new NoLines();
        }

        @Override
        public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
            return new ReleaseState.Gone();
        }

        @Override
        public ReleaseState delete(ReleaseId id, OperationContext context) {
            return new ReleaseState.Gone();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final class NoLines implements LogStream {

        @Override
        public Optional<LogLine> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
