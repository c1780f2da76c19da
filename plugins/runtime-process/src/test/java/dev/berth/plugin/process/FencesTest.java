package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.testkit.TestOperation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FencesTest {

    private static final ReleaseId ID = new ReleaseId("0a1b2c3d", 1);

    @TempDir private Path directory;
    private Fences fences;

    @BeforeEach
    void createFences() {
        fences = new Fences(directory, 3);
    }

    @Test
    void aDeletedReleaseLeavesNoFile() {
        delete(attempt(5));

        assertThat(Trees.names(directory)).isEmpty();
    }

    @Test
    void aLateAttemptAtADeletedReleaseIsRefusedAndLeavesNoFile() {
        delete(attempt(5));

        PluginException refused = refused(attempt(4));

        assertThat(refused.kind()).isEqualTo(CONFLICT);
        assertThat(refused).hasMessageContaining("attempt 5 has overtaken it");
        assertThat(Trees.names(directory)).isEmpty();
    }

    @Test
    void aLaterAttemptMayBringADeletedReleaseBack() {
        delete(attempt(5));

        fences.enter(ID, attempt(6)).close();

        assertThat(refused(attempt(5))).hasMessageContaining("attempt 6 has overtaken it");
        assertThat(Trees.names(directory)).containsExactly(ID.toString());
    }

    @Test
    void theOldestDeletionsAreForgotten() {
        delete(attempt(5));
        for (int number = 2; number <= 4; number++) {
            ReleaseId other = new ReleaseId(ID.worker(), number);
            fences.remove(fences.enter(other, attempt(5)), other, 5);
        }

        fences.enter(ID, attempt(4)).close();

        assertThat(Trees.names(directory)).contains(ID.toString());
    }

    @Test
    void whoWaitedForARemovedFenceIsStillAloneInside() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        Callable<Integer> turns =
                () -> {
                    int most = 0;
                    for (int turn = 0; turn < 300; turn++) {
                        try (Fence fence = fences.enter(ID, attempt(1))) {
                            most = Math.max(most, inside.incrementAndGet());
                            Trees.names(directory);
                            inside.decrementAndGet();
                            fences.remove(fence, ID, 1);
                        }
                    }
                    return most;
                };

        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread::new)) {
            List<Future<Integer>> most = executor.invokeAll(Collections.nCopies(4, turns));

            assertThat(most).allSatisfy(future -> assertThat(future.get()).isEqualTo(1));
        }
    }

    private void delete(OperationContext context) {
        try (Fence fence = fences.enter(ID, context)) {
            fences.remove(fence, ID, context.attempt());
        }
    }

    private PluginException refused(OperationContext context) {
        return catchThrowableOfType(PluginException.class, () -> fences.enter(ID, context));
    }

    private static OperationContext attempt(long number) {
        return TestOperation.named("fence").attempt(number);
    }
}
