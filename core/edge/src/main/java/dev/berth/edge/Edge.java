package dev.berth.edge;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running edge. */
final class Edge implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Edge.class.getName());

    private final EdgeSettings settings;
    private final Vertx vertx;
    private final PublicServers servers;
    private final ControlServer control;

    private Edge(EdgeSettings settings, Vertx vertx, PublicServers servers, ControlServer control) {
        this.settings = settings;
        this.vertx = vertx;
        this.servers = servers;
        this.control = control;
    }

    /**
     * Starts an edge; when this returns it serves, and {@code ports} in its state directory says
     * where.
     */
    static Edge start(EdgeSettings settings) {
        String token = token(settings.tokenFile());
        directory(settings.state());
        TableInForce table = new TableInForce(new TableFile(settings.state()));
        int loops = settings.eventLoops().orElse(Runtime.getRuntime().availableProcessors());
        Vertx vertx = vertx(settings, loops);
        PublicServers servers = new PublicServers(settings, table);
        vertx.deployVerticle(servers::create, new DeploymentOptions().setInstances(loops)).await();
        ControlServer control = ControlServer.start(settings, token, table);
        Edge edge = new Edge(settings, vertx, servers, control);
        edge.writePorts();
        LOG.log(
                Level.INFO,
                "edge started listen={0} port={1} control_port={2}",
                settings.listen(),
                Integer.toString(edge.port()),
                Integer.toString(edge.controlPort()));
        return edge;
    }

    int port() {
        return servers.port();
    }

    int controlPort() {
        return control.port();
    }

    /** Takes no more connections, waits for requests to end, for the grace at most, and stops. */
    @Override
    public void close() {
        LOG.log(Level.INFO, "edge stopping grace={0}", settings.grace());
        control.close();
        servers.shutdown();
        vertx.close().await();
        LOG.log(Level.INFO, "edge stopped");
    }

    private static Vertx vertx(EdgeSettings settings, int loops) {
        VertxOptions options =
                new VertxOptions()
                        .setEventLoopPoolSize(loops)
                        .setWorkerPoolSize(2)
                        .setInternalBlockingPoolSize(2)
                        .setDisableTCCL(true)
                        .setBlockedThreadCheckIntervalUnit(TimeUnit.SECONDS)
                        .setBlockedThreadCheckInterval(10)
                        .setFileSystemOptions(
                                new FileSystemOptions()
                                        .setFileCachingEnabled(false)
                                        .setClassPathResolvingEnabled(false));
        return Vertx.builder().with(options).withTransport(PublicTransport.of(settings)).build();
    }

    private static String token(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new IllegalArgumentException("the token file '" + file + "' is empty");
            }
            return token;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the token file '" + file + "'", failure);
        }
    }

    private static void directory(Path state) {
        try {
            Files.createDirectories(state);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot make the state directory '" + state + "'", failure);
        }
    }

    private void writePorts() {
        Path file = settings.state().resolve("ports");
        String ports = "public=%d%ncontrol=%d%n".formatted(port(), controlPort());
        try {
            AtomicFile.write(file, ports.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write '" + file + "'", failure);
        }
    }
}
