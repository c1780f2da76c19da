package dev.berth.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What the head of a request says of where its body ends, and when it comes. */
final class Framing {

    private Framing() {}

    /** Returns the length that the head tells, or 0. */
    static long length(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : parse(length);
    }

    private static long parse(String length) {
        try {
            return Long.parseUnsignedLong(length.strip());
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** Whether the client holds the body back until it is told to go on, or refused. */
    static boolean waitsToGoOn(HttpServerRequest request) {
        String expected = request.headers().get(HttpHeaders.EXPECT);
        return expected != null
                && expected.equalsIgnoreCase("100-continue")
                && request.version() != HttpVersion.HTTP_1_0;
    }

    /** Whether two readers could take the body to end at different places. */
    static boolean ambiguousLength(HttpServerRequest request) {
        String coding = request.headers().get(HttpHeaders.TRANSFER_ENCODING);
        return coding != null
                && (!coding.equalsIgnoreCase("chunked")
                        || request.version() == HttpVersion.HTTP_1_0
                        || request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).size() > 1);
    }
}
