package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.ReleaseId;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    private static final ReleaseId FIRST = new ReleaseId("0a1b2c3d", 1);
    private static final ReleaseId SECOND = new ReleaseId("0a1b2c3d", 2);

    @TempDir Path home;

    private final BlockingQueue<ReleaseId> told = new LinkedBlockingQueue<>();

    @Test
    void whatAPluginSaysIsPassedOn() throws InterruptedException {
        PhrasePlugin.in("org.one")
                .create(
                        "context.changed(new ReleaseId(\"0a1b2c3d\", 1));"
                                + " return rollout -> new Step.Wait(\"\", Duration.ZERO);")
                .write(TestEngine.in(home).plugin("one"));

        try (Engine _ = TestEngine.in(home).strategies("one").changed(told::add).start()) {
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        }
    }

    @Test
    void aListenerThatFailsIsToldOfTheNext() throws InterruptedException {
        Changes changes =
                new Changes(
                        release -> {
                            told.add(release);
                            throw new IllegalStateException("away");
                        });

        changes.add(FIRST);
        changes.add(SECOND);

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
    }

    @Test
    void whatWaitsAlreadyIsToldOnceAndNobodyIsHeldUp() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Changes changes =
                new Changes(
                        release -> {
                            begun.countDown();
                            awaitQuietly(slow);
                            told.add(release);
                        });
        changes.add(FIRST);
        begun.await();

        changes.add(SECOND);
        changes.add(SECOND);
        slow.countDown();

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(FIRST);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void nothingIsToldAfterTheEnd() throws InterruptedException {
        Changes changes = new Changes(told::add);
        changes.close();

        changes.add(FIRST);

        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
