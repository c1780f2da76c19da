package dev.berth.engine.operation;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * One call to one instance.
 *
 * @param instance the kind and name of the instance, such as {@code runtime/process}
 * @param id the idempotency token
 * @param attempt the fence
 * @param deadline when to give it up
 * @param progress told what the plugin says of its progress; must neither block nor throw
 */
public record Operation(
        String instance, String id, long attempt, Instant deadline, Consumer<String> progress) {

    @Override
    public String toString() {
        return "operation '%s' (attempt %d)".formatted(id, attempt);
    }
}
