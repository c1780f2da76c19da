package dev.berth.intent.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to unpack more than allowed, in all and for the headers of one entry. */
final class UnpackedStream extends InputStream {

    // a reader of tar takes the long names and attributes of an entry into memory
    private static final int LONGEST_HEADERS = 128 * 1024;

    private final InputStream unpacked;
    private final long limit;
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private long count;
    private boolean inHeaders;

    UnpackedStream(InputStream unpacked, long limit) {
        this.unpacked = unpacked;
        this.limit = limit;
    }

    /** Says that headers follow. */
    void beginHeaders() {
        headers.reset();
        inHeaders = true;
    }

    /** Says that content follows, and returns the headers. */
    byte[] endHeaders() {
        inHeaders = false;
        return headers.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = unpacked.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw ArchiveCheck.refusal("it unpacks to more than " + ArchiveLimits.shown(limit));
            }
            keepHeaders(buffer, offset, read);
        }
        return read;
    }

    private void keepHeaders(byte[] buffer, int offset, int read) {
        if (inHeaders) {
            headers.write(buffer, offset, read);
            if (headers.size() > LONGEST_HEADERS) {
                throw ArchiveCheck.refusal(
                        "an entry has headers of more than " + LONGEST_HEADERS / 1024 + " KiB");
            }
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
