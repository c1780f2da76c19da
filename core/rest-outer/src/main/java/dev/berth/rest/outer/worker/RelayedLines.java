package dev.berth.rest.outer.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.rest.Lines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The lines that Inner sends. */
final class RelayedLines implements Lines {

    private static final byte[] NOTHING = {};

    private final InputStream input;
    private final BufferedReader reader;
    private volatile boolean closed;

    private RelayedLines(InputStream input) {
        this.input = input;
        this.reader = new BufferedReader(new InputStreamReader(input, UTF_8));
    }

    /** Returns the lines of {@code input}; refuses where Inner does. */
    static Lines open(InputStream input) {
        try {
            // to read nothing is to wait for Inner's status
            input.read(NOTHING);
        } catch (IOException broken) {
            throw new UncheckedIOException("the logs from Inner broke off", broken);
        }
        return new RelayedLines(input);
    }

    @Override
    public Optional<String> next() {
        try {
            String line = reader.readLine();
            while (line != null && line.isEmpty()) {
                line = reader.readLine();
            }
            return Optional.ofNullable(line);
        } catch (IOException broken) {
            if (closed) {
                return Optional.empty();
            }
            throw new UncheckedIOException("the logs from Inner broke off", broken);
        }
    }

    /** Closes Inner's side alone: the reader's lock is held by who waits for a line. */
    @Override
    public void close() {
        closed = true;
        try {
            input.close();
        } catch (IOException ignored) {
            // it is of no use any more, either way
        }
    }
}
