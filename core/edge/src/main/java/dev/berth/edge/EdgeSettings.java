package dev.berth.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an edge runs. The options of the command line and the keys of the properties file are these
 * names in kebab case.
 *
 * @param listen the address that the public is served on
 * @param port the public port; 0 takes any that is free
 * @param controlPort the control port, on loopback; 0 takes any that is free
 * @param tokenFile holds the token of the control API
 * @param state the directory that keeps the table, and the file that says which ports were taken
 * @param eventLoops how many threads serve the public; one per core where empty
 * @param maxHeaderBytes how large the head of a request may be
 * @param maxConnections how many connections the public may hold
 * @param maxBodyBytes how large the body of a request may be
 * @param maxTableBytes how large a route table may be
 * @param headTimeout how long a client may take for the head of a request
 * @param idleTimeout after how long without a byte a connection of the public is closed
 * @param connectTimeout how long a connection to an instance may take
 * @param answerTimeout how long an instance may take to begin its answer
 * @param grace how long requests may go on after the edge was told to stop
 */
record EdgeSettings(
        String listen,
        int port,
        int controlPort,
        Path tokenFile,
        Path state,
        Optional<Integer> eventLoops,
        int maxHeaderBytes,
        int maxConnections,
        long maxBodyBytes,
        int maxTableBytes,
        Duration headTimeout,
        Duration idleTimeout,
        Duration connectTimeout,
        Duration answerTimeout,
        Duration grace) {

    static EdgeSettings from(EdgeOptions options) {
        return new EdgeSettings(
                options.text("listen", "127.0.0.1"),
                options.whole("port", 8080),
                options.whole("control-port", 9913),
                Path.of(options.text("token-file")),
                Path.of(options.text("state")),
                options.whole("event-loops"),
                options.whole("max-header-bytes", 16 * 1024),
                options.whole("max-connections", 10_000),
                options.bytes("max-body-bytes"),
                options.whole("max-table-bytes", 16 * 1024 * 1024),
                options.duration("head-timeout", "10s"),
                options.duration("idle-timeout", "3m"),
                options.duration("connect-timeout", "2s"),
                options.duration("answer-timeout", "60s"),
                options.duration("grace", "20s"));
    }
}
