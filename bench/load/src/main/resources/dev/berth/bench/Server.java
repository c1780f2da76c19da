import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Base64;

/** Answers its version, the first argument: to requests, as a stream of events, on a WebSocket. */
record Server(String version, InputStream input, OutputStream output) {

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("PORT"));
        try (ServerSocket listener = new ServerSocket(port, 1000, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(arguments[0], socket));
            }
        }
    }

    static void serve(String version, Socket socket) {
        try (socket) {
            new Server(version, new BufferedInputStream(socket.getInputStream()), socket.getOutputStream()).requests();
        } catch (Exception ended) {
            // the other side has gone
        }
    }

    void requests() throws Exception {
        for (String request = line(); ; request = line()) {
            int length = 0;
            String key = "";
            for (String header = line(); !header.isEmpty(); header = line()) {
                String value = header.substring(header.indexOf(':') + 1).strip();
                if (header.toLowerCase().startsWith("content-length:")) {
                    length = Integer.parseInt(value);
                } else if (header.toLowerCase().startsWith("sec-websocket-key:")) {
                    key = value;
                }
            }
            input.readNBytes(length);
            switch (request.split(" ")[1]) {
                case "/events" -> events();
                case "/socket" -> socket(key);
                default -> send("HTTP/1.1 200 OK\r\nContent-Length: " + version.length() + "\r\n\r\n" + version);
            }
        }
    }

    void events() throws Exception {
        send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        String event = "data: " + version + "\n\n";
        while (true) {
            send(Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
            Thread.sleep(100);
        }
    }

    void socket(String key) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-1").digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
        send(
                "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n");
        // frames are short and masked: 2 bytes, 4 of mask, the text
        for (int first = input.read(); first == 0x81; first = input.read()) {
            int length = input.read() & 0x7F;
            input.readNBytes(4 + length);
            send("\u0081" + (char) version.length() + version);
        }
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    void send(String text) throws IOException {
        output.write(text.getBytes(ISO_8859_1));
        output.flush();
    }
}
