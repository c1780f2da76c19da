package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes source archives, good and bad. */
final class Sources {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    private Sources() throws IOException {
        tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** An archive in the making. */
    interface Content {
        void put(TarArchiveOutputStream tar) throws IOException;
    }

    /** Returns an archive of that content. */
    static byte[] archive(Content... contents) {
        try {
            Sources sources = new Sources();
            for (Content content : contents) {
                content.put(sources.tar);
            }
            sources.tar.close();
            return sources.bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A regular file. */
    static Content file(String name, String text) {
        return file(name, text.getBytes(UTF_8));
    }

    /** A regular file. */
    static Content file(String name, byte[] content) {
        return tar -> {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        };
    }

    /** An entry of another type, such as a link or a device. */
    static Content special(String name, byte type, String target) {
        return tar -> {
            TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
            entry.setLinkName(target);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        };
    }

    /** A manifest of one component, {@code app}, that is started by {@code command}. */
    static Content manifest(String... command) {
        String words =
                Arrays.stream(command)
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(","));
        return file(
                "app-manifest.json",
                """
                {"appName": "App", "components": [{"name": "app", "type": "backend",
                 "command": [%s]}]}
                """
                        .formatted(words));
    }

    /**
     * A server in {@code Server.java}: it listens after so many milliseconds, the second argument,
     * on the port that is the first, or with {@code PORT} on the one that it is told to.
     */
    static Content server() {
        return file(
                "Server.java",
                """
                import com.sun.net.httpserver.HttpServer;
                import java.net.InetSocketAddress;

                void main(String[] args) throws Exception {
                    String port = args[0].equals("PORT") ? System.getenv("PORT") : args[0];
                    Thread.sleep(Long.parseLong(args[1]));
                    HttpServer server =
                            HttpServer.create(
                                    new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
                    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
                    server.start();
                }
                """);
    }

    /** Returns the digest of an archive. */
    static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
