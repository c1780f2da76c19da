package dev.berth.inner;

import dev.berth.engine.operation.Operation;
import dev.berth.engine.operation.OperationRunner;
import dev.berth.spi.OperationContext;
import dev.berth.work.LogContext;
import dev.berth.work.PluginBug;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes calls into instances of plugins, each counted, within its deadline and a slot of its
 * instance.
 */
record BoundedCalls(OperationRunner runner, Consumer<String> counter) {

    /** Makes {@code call} into {@code instance} as part of {@code context}'s operation. */
    <T> T call(String instance, OperationContext context, Function<OperationContext, T> call) {
        counter.accept(instance);
        Operation operation =
                new Operation(
                        instance,
                        context.operation(),
                        context.attempt(),
                        context.deadline(),
                        context::progress);
        try {
            // it runs on a thread of its own
            LogContext fields = LogContext.current();
            return runner.run(operation, running -> fields.call(() -> call.apply(running)));
        } catch (dev.berth.engine.operation.PluginBug bug) {
            throw new PluginBug(bug.getMessage(), bug);
        }
    }
}
