package dev.berth.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same for many, a few at once. */
final class Parallel {

    private static final int AT_ONCE = 8;

    private Parallel() {}

    /** Returns once it is done for all of {@code items}; the first failure ends it. */
    static <T> void each(List<T> items, Consumer<T> work) {
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (T item : items) {
                executor.execute(
                        () -> {
                            if (failures.isEmpty()) {
                                tried(work, item, failures);
                            }
                        });
            }
        }
        if (!failures.isEmpty()) {
            throw new BenchFailure("cannot prepare the run", failures.element());
        }
    }

    private static <T> void tried(Consumer<T> work, T item, Queue<RuntimeException> failures) {
        try {
            work.accept(item);
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }
}
