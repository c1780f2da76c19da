package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks at the processes again and again: some are there for a moment. */
final class Watch implements AutoCloseable {

    private final Set<Finding> seen = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> look;

    Watch(StartedBerth berth, Secrets secrets) {
        ProcessList processes = new ProcessList(berth);
        look =
                looks.scheduleWithFixedDelay(
                        () -> seen.addAll(processes.findings(new Needles(secrets.all()))),
                        0,
                        50,
                        TimeUnit.MILLISECONDS);
    }

    /** Returns what any of them has shown so far. */
    Set<Finding> findings() {
        assertThat(look.state()).isNotEqualTo(Future.State.FAILED);
        return Set.copyOf(seen);
    }

    @Override
    public void close() {
        looks.close();
    }
}
