package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that tests deploy: quick to start, of one class. */
@SuppressWarnings("SystemOut") // what it says is what is tested
final class Program {

    private static volatile ServerSocket listener;

    private Program() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("started");
        int port = Integer.parseInt(System.getenv("PORT"));
        switch (arguments[0]) {
            case "write" -> write();
            case "late" -> Thread.sleep(500);
            case "elsewhere" -> port = 0;
            case "once" -> Thread.ofPlatform().start(Program::exitSoon);
            case "close" -> Thread.ofVirtual().start(Program::close);
            default -> {
                // answers at once
            }
        }
        try (ServerSocket server =
                new ServerSocket(port, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            listener = server;
            if (port == 0) {
                System.out.println("elsewhere " + server.getLocalPort());
            }
            while (!server.isClosed()) {
                answer(server);
            }
        }
        Thread.sleep(1_000_000);
    }

    private static void answer(ServerSocket server) throws IOException {
        String body = "process " + ProcessHandle.current().pid() + "\n";
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream()
                    .write(
                            ("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                                            + body.length()
                                            + "\r\n\r\n"
                                            + body)
                                    .getBytes(US_ASCII));
        } catch (IOException clientIsGone) {
            System.err.println("lost a client: " + clientIsGone.getMessage());
        }
    }

    /** Listens no longer once it is told to by a file, and lives on. */
    private static void close() {
        try {
            Path order = Path.of(System.getenv("HOME"), "close");
            while (!Files.exists(order)) {
                Thread.sleep(10);
            }
            listener.close();
            Thread.sleep(1_000_000);
        } catch (IOException | InterruptedException end) {
            System.err.println("stopped: " + end);
        }
    }

    private static void exitSoon() {
        try {
            Thread.sleep(1_000);
            Runtime.getRuntime().halt(4);
        } catch (InterruptedException end) {
            System.err.println("stopped: " + end);
        }
    }

    private static void write() {
        for (int line = 1; line <= 5; line++) {
            System.out.println("out " + line);
            System.err.println("err " + line);
        }
    }
}
