package dev.berth.engine;

import dev.berth.engine.plugin.ContextLoader;
import dev.berth.spi.LogStream;
import dev.berth.spi.PluginException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Stands before an object of a plugin: sets the context class loader for every call, and once it is
 * shut, lets none through and holds nothing of the plugin.
 */
final class InstanceGate implements InvocationHandler {

    private record Inside(Object target, ClassLoader loader) {}

    private final String name;
    private volatile Optional<Inside> inside;

    private InstanceGate(String name, Object target, ClassLoader loader) {
        this.name = name;
        this.inside = Optional.of(new Inside(target, loader));
    }

    /** Returns {@code target} behind a gate. */
    static <T> T before(String name, Class<T> type, T target, ClassLoader loader) {
        return type.cast(
                Proxy.newProxyInstance(
                        InstanceGate.class.getClassLoader(),
                        new Class<?>[] {type},
                        new InstanceGate(name, target, loader)));
    }

    /** Closes the object behind {@code gate} where it can be closed, and shuts the gate. */
    static void shut(Object gate) {
        try {
            if (gate instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(gate + " cannot be closed: " + failed, failed);
        } finally {
            ((InstanceGate) Proxy.getInvocationHandler(gate)).inside = Optional.empty();
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(method, arguments);
        }
        Inside open =
                inside.orElseThrow(
                        () ->
                                new PluginException(
                                        PluginException.Kind.UNAVAILABLE,
                                        "'%s' is closed; ask again when Berth is up"
                                                .formatted(name)));
        Object result = ContextLoader.call(open.loader(), () -> call(open, method, arguments));
        return result instanceof LogStream stream
                ? before(name, LogStream.class, stream, open.loader())
                : result;
    }

    private Object ofObject(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> isMine(arguments[0]);
            case "hashCode" -> hashCode();
            default -> name;
        };
    }

    private boolean isMine(Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && equals(Proxy.getInvocationHandler(other));
    }

    private static Object call(Inside open, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(open.target(), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
