package dev.berth.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/** Makes bytes up that break HTTP itself. */
record FuzzWire(Choices choices) {

    private static final String HOST = "Host: 127.0.0.1:%d\r\n";
    private static final String POST = "POST /api/v1/auth/login HTTP/1.1\r\n" + HOST;
    private static final String GET = "GET /api/v1/info HTTP/1.1\r\n" + HOST;
    private static final List<String> REQUESTS =
            List.of(
                    "\r\n\r\n",
                    "GET\r\n\r\n",
                    "GET /health\r\n\r\n",
                    "GET /health HTTP/9.9\r\n" + HOST + "\r\n",
                    "GET /health HTTP/1.1.1\r\n" + HOST + "\r\n",
                    "GET /health http/1.1\r\n" + HOST + "\r\n",
                    "GET  /health  HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /he alth HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /he\u0000alth HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /h\u00e9alth HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET http://evil.example/health HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET health HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET * HTTP/1.1\r\n" + HOST + "\r\n",
                    "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
                    "CONNECT evil.example:80 HTTP/1.1\r\n" + HOST + "\r\n",
                    "TRACE /health HTTP/1.1\r\n" + HOST + "\r\n",
                    "G\u0000T /health HTTP/1.1\r\n" + HOST + "\r\n",
                    "A".repeat(40_000) + " / HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /health HTTP/1.1\r\n\r\n",
                    "GET /health HTTP/1.0\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: 127.0.0.1:99999\r\n\r\n",
                    "GET /health HTTP/1.1\r\nHost: [::1\r\n\r\n",
                    "GET /health HTTP/1.1\r\n" + HOST + HOST + "\r\n",
                    GET + "No colon\r\n\r\n",
                    GET + "Space : x\r\n\r\n",
                    GET + ": nameless\r\n\r\n",
                    GET + "A: b\r\n folded\r\n\r\n",
                    GET + "A: b\u0000c\r\n\r\n",
                    GET + "A\u0000: b\r\n\r\n",
                    GET + "A: " + "b".repeat(70_000) + "\r\n\r\n",
                    GET + "A: b\r\n".repeat(2_000) + "\r\n",
                    GET + "Cookie: " + "a=b;".repeat(5_000) + "\r\n\r\n",
                    GET + "Expect: 100-continue\r\n\r\n",
                    GET + "Expect: a miracle\r\n\r\n",
                    GET + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                    GET + "Upgrade: h2c\r\nHTTP2-Settings: AA\r\nConnection: Upgrade\r\n\r\n",
                    GET + "\r\n" + GET + "\r\n",
                    "GET /health HTTP/1.1\nHost: 127.0.0.1:%d\n\n",
                    POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                    POST + "Content-Length: -1\r\n\r\n{}",
                    POST + "Content-Length: two\r\n\r\n{}",
                    POST + "Content-Length: +2\r\n\r\n{}",
                    POST + "Content-Length: 99999999999999999999\r\n\r\n{}",
                    POST + "Content-Length: 9223372036854775807\r\n\r\n{}",
                    POST + "Content-Length: 10\r\n\r\n{}",
                    POST + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    POST + "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a",
                    POST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
                    POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
                    POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
                    POST + "Transfer-Encoding: chunked\r\n\r\n2;" + "a".repeat(20_000) + "\r\n{}",
                    POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                    POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}garbage\r\n0\r\n\r\n",
                    POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                    POST + "Transfer-Encoding: no-such\r\n\r\n{}",
                    POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                    POST + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                    "SSH-2.0-OpenSSH_9.9\r\n",
                    "EHLO there\r\n");

    /** Returns something broken for the gateway at that port. */
    FuzzRequest of(int port) {
        byte[] bytes =
                choices.oneOf(REQUESTS).replace("%d", Integer.toString(port)).getBytes(ISO_8859_1);
        return FuzzRequest.broken(choices.once(3) ? damaged(bytes) : bytes);
    }

    private byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int n = 0; n < 1 + choices.below(4); n++) {
            damaged[choices.below(damaged.length)] = (byte) choices.below(256);
        }
        byte[] end = "\r\n\r\n".getBytes(US_ASCII);
        return choices.once(3)
                ? Arrays.copyOf(damaged, choices.below(damaged.length))
                : with(damaged, end);
    }

    private static byte[] with(byte[] bytes, byte[] end) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + end.length);
        System.arraycopy(end, 0, all, bytes.length, end.length);
        return all;
    }
}
