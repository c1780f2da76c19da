package dev.berth.edge;

import java.util.List;

/**
 * Starts an edge: {@code java -cp 'lib/edge/*' dev.berth.edge.EdgeMain --token-file FILE --state
 * DIR}.
 */
public final class EdgeMain {

    private EdgeMain() {}

    /** Runs until the process is told to stop; then lets requests end, and exits with 0. */
    @SuppressWarnings("SystemOut") // the launcher shows it
    public static void main(String[] arguments) {
        // a table is answered in two writes, which must not wait for each other
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // nobody reads what Vert.x would measure of every read, write and task
        System.setProperty("vertx.disableMetrics", "true");
        System.setProperty("vertx.disableContextTimings", "true");
        JsonLines.install();
        try {
            EdgeOptions options = EdgeOptions.parse(List.of(arguments));
            EdgeSettings settings = EdgeSettings.from(options);
            options.refuseUnknown();
            Edge edge = Edge.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(edge), "stop"));
        } catch (RuntimeException failure) {
            System.err.println("berth-edge: cannot start: " + cause(failure));
            // not exit: threads that were started already would be waited for
            Runtime.getRuntime().halt(failure instanceof IllegalArgumentException ? 2 : 1);
        }
    }

    private static void stop(Edge edge) {
        edge.close();
        // a process that ends by a signal would report that signal and not that all went well
        Runtime.getRuntime().halt(0);
    }

    private static String cause(Throwable failure) {
        Throwable reason = failure.getCause();
        return reason == null ? failure.getMessage() : failure.getMessage() + ": " + reason;
    }
}
