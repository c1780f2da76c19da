package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.InstanceUsage;
import dev.berth.testkit.TestRelease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What instances use, as this machine counts it, with control groups and without. */
@Timeout(60)
class UsageIT extends ProcessFixture {

    private static final Duration SOME = Duration.ofMillis(200);

    @Test
    void runningInstancesAreCounted() {
        script("serve").ready(2);

        List<InstanceUsage> usage = runtime.usage(ID);

        assertThat(usage).extracting(InstanceUsage::instance).containsExactly(1, 2);
        assertThat(usage)
                .allSatisfy(
                        one -> {
                            assertThat(one.memoryBytes()).isBetween(1L << 16, 1L << 32);
                            assertThat(one.cpu()).isPositive();
                        });
    }

    @Test
    void processorTimeGrowsWithWork() {
        script("(while :; do :; done) & serve").ready(1);
        Duration before = runtime.usage(ID).getFirst().cpu();

        Duration now = before;
        while (now.compareTo(before.plus(SOME)) <= 0) {
            now = runtime.usage(ID).getFirst().cpu();
        }

        assertThat(now).isGreaterThan(before);
    }

    @Test
    void withoutControlGroupsTheProcessesAreCounted() {
        script("serve").ready(1);
        StateFile groups = instance().file("groups");
        String kept = groups.read().orElse("");
        groups.delete();

        InstanceUsage usage = runtime.usage(ID).getFirst();

        groups.write(kept);

        assertThat(usage.memoryBytes()).isBetween(1L << 16, 1L << 32);
        assertThat(usage.cpu()).isPositive();
    }

    @Test
    void whatDoesNotRunUsesNothing() {
        TestRelease release = script("serve");
        release.ready(1);
        release.delete();

        assertThat(runtime.usage(ID)).isEmpty();
    }
}
