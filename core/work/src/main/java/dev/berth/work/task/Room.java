package dev.berth.work.task;

import java.util.Map;

/**
 * How much an Inner takes on: so much in all, and so much per runtime, so that one that hangs
 * leaves room for the others.
 *
 * @param most how many claims more
 * @param each how many claims it may hold for one runtime
 * @param held how many it holds now, by runtime
 */
public record Room(int most, int each, Map<String, Integer> held) {

    public Room {
        held = Map.copyOf(held);
    }

    /** Returns room for {@code most}, whatever their runtimes. */
    public static Room of(int most) {
        return new Room(most, Integer.MAX_VALUE, Map.of());
    }
}
