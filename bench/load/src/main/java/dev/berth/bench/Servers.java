package dev.berth.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Starts the edge, nginx before it, and what both pass requests to. */
record Servers(Scratch scratch) {

    static final String HOST = "bench.worker.localhost";

    /** Starts an nginx that answers by itself. */
    Child answering(int port) {
        return nginx(
                "backend",
                port,
                "server { listen 127.0.0.1:%d; location / { default_type text/plain; return 200 '%s'; } }"
                        .formatted(port, "x".repeat(128)));
    }

    /** Starts an nginx that passes on to {@code backend}. */
    Child proxying(int port, int backend) {
        return nginx(
                "proxy",
                port,
                """
            upstream backend {
              server 127.0.0.1:%d;
              keepalive 128; keepalive_requests 100000000;
            }
            server {
              listen 127.0.0.1:%d;
              location / {
                proxy_pass http://backend;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host $host;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header X-Forwarded-Host $host;
              }
            }
            """
                        .formatted(backend, port));
    }

    private Child nginx(String name, int port, String servers) {
        String place = scratch.file(name).toString();
        String text =
                """
            daemon off;
            user %s;
            worker_processes 1;
            pid %s.pid;
            error_log %s.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              keepalive_requests 100000000;
              client_body_temp_path %s.body; proxy_temp_path %s.proxy; fastcgi_temp_path %s.f;
              uwsgi_temp_path %s.u; scgi_temp_path %s.s;
              %s
            }
            """
                        .formatted(
                                System.getProperty("user.name"),
                                place,
                                place,
                                place,
                                place,
                                place,
                                place,
                                place,
                                servers);
        String file = scratch.write(name + ".conf", text).toString();
        // by its path: /usr/sbin is not on everybody's PATH
        return Child.start(
                List.of("/usr/sbin/nginx", "-e", place + ".log", "-c", file),
                scratch.file(name + ".out"),
                () -> listens(port));
    }

    /**
     * Starts an edge, as the launcher does but for the loops, with one route to {@code backend}.
     */
    Child edge(int port, int control, int loops, int backend) {
        scratch.write("token", "bench");
        Child edge =
                Child.start(
                        List.of(
                                Project.java("java"),
                                "-Xms32m",
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:MaxDirectMemorySize=64m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                Project.current().distribution().resolve("lib/edge") + "/*",
                                "dev.berth.edge.EdgeMain",
                                "--port=" + port,
                                "--control-port=" + control,
                                "--event-loops=" + loops,
                                "--token-file=" + scratch.file("token"),
                                "--state=" + scratch.file("state")),
                        scratch.file("edge.out"),
                        () -> listens(control));
        route(control, backend);
        return edge;
    }

    private static void route(int control, int backend) {
        String table =
                """
                {"revision": 1, "routes": [{"host": "%s", "targets": [{"release": "00000000-1",
                 "weight": 100, "endpoints": [{"uri": "http://127.0.0.1:%d", "headers": {}}]}]}]}
                """
                        .formatted(HOST, backend);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/table"))
                        .header("Authorization", "Bearer bench")
                        .PUT(HttpRequest.BodyPublishers.ofString(table))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new BenchFailure("the edge refuses the route: " + status);
            }
        } catch (IOException failure) {
            throw new BenchFailure("cannot reach the edge", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
