package dev.berth.bench.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** What is said on a connection that is held. */
sealed interface Conversation {

    /** Opens it; throws where the server refuses. */
    void begin(Wire wire) throws IOException;

    /** Returns the version that the next message came from. */
    String next(Wire wire) throws IOException;

    private static void head(Wire wire, String status) throws IOException {
        String line = wire.line();
        if (!line.startsWith("HTTP/1.1 " + status)) {
            throw new IOException("unexpected answer: " + line);
        }
        while (!wire.line().isEmpty()) {
            // headers do not matter
        }
    }

    record Events(String host) implements Conversation {

        @Override
        public void begin(Wire wire) throws IOException {
            wire.send(Wire.request("GET", "/events", host, "Accept: text/event-stream\r\n"));
            head(wire, "200");
        }

        @Override
        public String next(Wire wire) throws IOException {
            // lines between are lengths of chunks, and empty
            String line = wire.line();
            while (!line.startsWith("data: ")) {
                line = wire.line();
            }
            return line.substring("data: ".length());
        }
    }

    record Socket(String host) implements Conversation {

        private static final String UPGRADE =
                """
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                """
                        .replace("\n", "\r\n");
        private static final byte[] PING = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'};

        @Override
        public void begin(Wire wire) throws IOException {
            wire.send(Wire.request("GET", "/socket", host, UPGRADE));
            head(wire, "101");
        }

        @Override
        public String next(Wire wire) throws IOException {
            wire.send(new String(PING, ISO_8859_1));
            InputStream input = wire.input();
            int kind = input.read();
            int length = input.read();
            byte[] text = input.readNBytes(Math.max(0, length));
            if (kind != 0x81 || text.length < length) {
                throw new EOFException("the WebSocket ended");
            }
            Stream.pause(new CountDownLatch(1));
            return new String(text, ISO_8859_1);
        }
    }
}
