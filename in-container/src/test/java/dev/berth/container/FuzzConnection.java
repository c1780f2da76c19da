package dev.berth.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which bytes are written as they are, whatever HTTP says to them. */
final class FuzzConnection implements AutoCloseable {

    /** Whoever has not answered by then hangs. */
    static final int PATIENCE_MS = Integer.getInteger("berth.fuzz.patience", 30_000);

    private final Socket socket = new Socket();
    private final InputStream input;
    private boolean usable = true;

    FuzzConnection(InetAddress place, int port) throws IOException {
        socket.bind(new InetSocketAddress(place, 0));
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /** Returns whether another request may follow. */
    boolean usable() {
        return usable;
    }

    /** Writes a request and reads what comes back. */
    FuzzAnswer ask(FuzzRequest request) throws IOException {
        usable = request.isHttp();
        try {
            socket.getOutputStream().write(request.bytes());
            if (!request.isHttp()) {
                socket.shutdownOutput();
            }
        } catch (IOException _) {
            // who refuses may do so before he has read all
            usable = false;
        }
        return answer(request.method().equals("HEAD"));
    }

    private FuzzAnswer answer(boolean bodiless) throws IOException {
        int status = status(line());
        Map<String, List<String>> headers = headers();
        if (status < 200) {
            return answer(bodiless);
        }
        FuzzAnswer head = new FuzzAnswer(status, headers, new byte[0]);
        if (head.header("connection").equalsIgnoreCase("close")) {
            usable = false;
        }
        if (bodiless || status == 204 || status == 304) {
            return head;
        }
        if (!head.isJson() && head.header("content-length").isEmpty()) {
            // it may go on for ever
            usable = false;
            return head;
        }
        return new FuzzAnswer(status, headers, body(head));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new IOException("no status line: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(FuzzAnswer head) throws IOException {
        if (head.header("transfer-encoding").equals("chunked")) {
            return chunks();
        }
        if (!head.header("content-length").isEmpty()) {
            return exactly(Integer.parseInt(head.header("content-length")));
        }
        usable = false;
        return input.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return HexFormat.fromHexDigits(line().replaceFirst(";.*", ""));
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = input.read(); one != '\n'; one = input.read()) {
            if (one < 0) {
                throw new EOFException("the connection ended");
            }
            line.write(one);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone, then
        }
    }
}
