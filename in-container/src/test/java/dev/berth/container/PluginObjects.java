package dev.berth.container;

import dev.berth.engine.Engine;
import dev.berth.work.Plugins;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Looks behind the gates, which hide the objects of plugins from everybody but this test. */
final class PluginObjects {

    private PluginObjects() {}

    /** Returns the modules of the configured runtime, router and strategy. */
    static List<Module> modules(Plugins plugins) {
        Engine engine = (Engine) field(plugins, "engine");
        return List.of(
                module(engine.runtime("process").orElseThrow()),
                module(engine.router("edge").orElseThrow()),
                module(engine.strategy("recreate").orElseThrow()));
    }

    private static Module module(Object gate) {
        Optional<?> inside = (Optional<?>) field(Proxy.getInvocationHandler(gate), "inside");
        return field(inside.orElseThrow(), "target").getClass().getModule();
    }

    private static Object field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("the engine is built in another way now", changed);
        }
    }
}
