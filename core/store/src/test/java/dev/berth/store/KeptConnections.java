package dev.berth.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** A pool as a server has one: logging in costs more than most of what is asked afterwards. */
final class KeptConnections {

    private final DataSource source;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    private KeptConnections(DataSource source) {
        this.source = source;
    }

    /** Returns connections of {@code source} that are kept when they are closed. */
    static DataSource of(DataSource source) {
        KeptConnections kept = new KeptConnections(source);
        return proxy(
                DataSource.class,
                (method, arguments) ->
                        method.getName().equals("getConnection")
                                ? kept.connection()
                                : method.invoke(source, arguments));
    }

    private Connection connection() throws SQLException {
        Connection before = idle.poll();
        Connection connection = before == null ? source.getConnection() : before;
        return proxy(
                Connection.class,
                (method, arguments) ->
                        method.getName().equals("close")
                                ? keep(connection)
                                : method.invoke(connection, arguments));
    }

    // whoever closes expects nothing
    private Object keep(Connection connection) {
        idle.add(connection);
        return null;
    }

    private interface Call {
        Object make(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        KeptConnections.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return call.make(method, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
    }
}
