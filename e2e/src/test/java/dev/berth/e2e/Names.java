package dev.berth.e2e;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes names that no other test uses. */
final class Names {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Names() {}

    static String fresh() {
        return "test-" + COUNT.incrementAndGet();
    }
}
