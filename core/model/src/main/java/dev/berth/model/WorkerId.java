package dev.berth.model;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Names a worker: 8 lower-case hexadecimal digits, also the first label of its address. */
public record WorkerId(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{8}");

    public WorkerId {
        if (!HEX.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' does not name a worker");
        }
    }

    /** Returns the id that {@code text} is; empty for other text. */
    public static Optional<WorkerId> parse(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new WorkerId(text)) : Optional.empty();
    }

    /** Returns a new id. */
    public static WorkerId random(RandomGenerator random) {
        return new WorkerId(String.format("%08x", random.nextInt()));
    }

    @Override
    public String toString() {
        return value;
    }
}
