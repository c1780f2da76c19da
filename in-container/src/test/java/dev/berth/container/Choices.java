package dev.berth.container;

import java.util.List;
import java.util.random.RandomGenerator;

/** What is left to chance, and is the same again with the same seed. */
record Choices(RandomGenerator random) {

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Returns whether it is the one time in {@code times}. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns something that did not come before. */
    String fresh() {
        return "f" + Long.toHexString(random.nextLong());
    }
}
