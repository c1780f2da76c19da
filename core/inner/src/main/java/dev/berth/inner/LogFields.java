package dev.berth.inner;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import dev.berth.work.LogContext;
import java.util.Map;

/** Has Liberty write what {@link LogContext} says of a line beside its text. */
final class LogFields implements AutoCloseable {

    // Liberty holds them weakly
    private final Map<String, LogRecordContext.Extension> extensions =
            LogContext.NAMES.stream().collect(toMap(identity(), LogFields::extension));

    /** Begins. */
    void open() {
        close();
        extensions.forEach(LogRecordContext::registerExtension);
    }

    /** Ends. Idempotent. */
    @Override
    public void close() {
        extensions.keySet().forEach(LogRecordContext::unregisterExtension);
    }

    // where a line has no such field, Liberty wants to hear null
    private static LogRecordContext.Extension extension(String name) {
        return () -> LogContext.current().fields().get(name);
    }
}
