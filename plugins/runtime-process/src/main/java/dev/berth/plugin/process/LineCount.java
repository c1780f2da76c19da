package dev.berth.plugin.process;

import java.util.OptionalInt;

/** Counts lines from the end of a text towards its beginning, {@code most} at most. */
final class LineCount {

    private final int most;
    private boolean begun;
    private int ends;

    LineCount(int most) {
        this.most = most;
    }

    /** Takes the block before the last; returns where in it the first of the lines begins. */
    OptionalInt take(byte[] block) {
        for (int index = block.length - 1; index >= 0; index--) {
            // the end of the very last line parts it from nothing
            boolean parts = block[index] == '\n' && begun;
            begun = true;
            if (parts && ++ends == most) {
                return OptionalInt.of(index + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns how many lines there were in all that was taken. */
    int lines() {
        return begun ? ends + 1 : 0;
    }
}
