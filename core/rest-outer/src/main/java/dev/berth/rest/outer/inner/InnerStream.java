package dev.berth.rest.outer.inner;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** What Inner sends; it is asked at the first read, even of nothing. Read by one thread. */
final class InnerStream extends InputStream {

    private final Supplier<InputStream> asking;
    private volatile Optional<InputStream> body = Optional.empty();

    InnerStream(Supplier<InputStream> asking) {
        this.asking = asking;
    }

    @Override
    public int read() throws IOException {
        return body().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return body().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        Optional<InputStream> open = body;
        if (open.isPresent()) {
            open.get().close();
        }
    }

    private InputStream body() {
        if (body.isEmpty()) {
            body = Optional.of(asking.get());
        }
        return body.get();
    }
}
