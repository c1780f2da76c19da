package dev.berth.bench.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Connections that are kept; whoever finds none left waits for one, which is measured as well. */
public final class Wires implements AutoCloseable {

    private final int port;
    private final BlockingQueue<Wire> idle = new LinkedBlockingQueue<>();

    /** Opens {@code count} connections to a port of the loopback address. */
    public Wires(int port, int count) {
        this.port = port;
        try {
            for (int number = 0; number < count; number++) {
                idle.add(Wire.open(port));
            }
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException("cannot connect to port " + port, failure);
        }
    }

    /** Exchanges on any connection; one that fails is replaced, and the failure passed on. */
    public String exchange(String request) throws IOException, InterruptedException {
        Wire wire = idle.take();
        try {
            return wire.exchange(request);
        } catch (IOException failure) {
            wire.close();
            wire = Wire.open(port);
            throw failure;
        } finally {
            idle.add(wire);
        }
    }

    @Override
    public void close() {
        for (Wire wire : idle) {
            try {
                wire.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
