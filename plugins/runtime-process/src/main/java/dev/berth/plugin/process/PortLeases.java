package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Gives each instance a port of its own, across releases, objects and JVMs. */
final class PortLeases {

    private final Path directory;
    private final Path ports;
    private final PortRange range;
    private final PortRange ephemeral;

    PortLeases(Path directory, PortRange range, PortRange ephemeral) {
        this.directory = directory;
        this.ports = Trees.create(directory.resolve("ports"));
        this.range = range;
        this.ephemeral = ephemeral;
    }

    /**
     * Returns a port that nobody listens on: the one the instance had, where that is still free.
     */
    int lease(Instance instance, OperationContext context) {
        try (FileMutex _ = FileMutex.acquire(ports.resolve("lock"), context)) {
            OptionalInt kept = instance.port();
            if (kept.isPresent() && holds(instance, kept.getAsInt()) && free(kept.getAsInt())) {
                return kept.getAsInt();
            }
            giveBack(instance);
            int port = next(instance);
            // in this order a crash between leaves no lease that nobody gives back
            instance.file("port").write(Integer.toString(port));
            claim(port).write(instance.owner());
            return port;
        }
    }

    /** Gives the instance's port back. Idempotent. */
    void release(Instance instance, OperationContext context) {
        try (FileMutex _ = FileMutex.acquire(ports.resolve("lock"), context)) {
            giveBack(instance);
        }
    }

    private void giveBack(Instance instance) {
        OptionalInt port = instance.port();
        if (port.isPresent() && holds(instance, port.getAsInt())) {
            claim(port.getAsInt()).delete();
        }
        instance.file("port").delete();
    }

    private int next(Instance instance) {
        // another Berth on this machine begins elsewhere
        int seed = instance.directory().hashCode();
        return range.without(ephemeral, seed).stream()
                .filter(port -> !taken(port) && free(port))
                .findFirst()
                .orElseThrow(
                        () ->
                                new PluginException(
                                        UNAVAILABLE,
                                        "cannot give '%s' a port: none from %d to %d is free"
                                                .formatted(
                                                        instance.owner(),
                                                        range.first(),
                                                        range.last())));
    }

    /** A lease counts while the instance it names knows of it. */
    private boolean taken(int port) {
        return claim(port)
                .read()
                .map(owner -> new StateFile(directory.resolve(owner).resolve("port")))
                .flatMap(StateFile::read)
                .filter(Integer.toString(port)::equals)
                .isPresent();
    }

    private boolean holds(Instance instance, int port) {
        return claim(port).read().filter(instance.owner()::equals).isPresent();
    }

    private StateFile claim(int port) {
        return new StateFile(ports.resolve(Integer.toString(port)));
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // a program that does not reuse addresses must be able to bind it too
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
