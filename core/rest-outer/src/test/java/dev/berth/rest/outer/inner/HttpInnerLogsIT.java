package dev.berth.rest.outer.inner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.berth.intent.worker.LogRequest;
import dev.berth.model.WorkerId;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpInnerLogsIT {

    private static final WorkerId WORKER = new WorkerId("1a2b3c4d");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer inner;

    @BeforeEach
    void start() throws IOException {
        inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inner.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    byte[] bytes = "{}\n".getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        inner.start();
    }

    @AfterEach
    void stop() {
        inner.stop(0);
    }

    @Test
    void whatIsWantedIsPassedOnAsItWasWritten() throws IOException {
        String since = "2027-01-31T12:00:00+01:00";

        read(new LogRequest(OptionalLong.of(3), true, 7, Optional.of(since)));
        read(new LogRequest(OptionalLong.empty(), false, 100, Optional.empty()));

        assertThat(asked)
                .containsExactly(
                        "/api/worker/1a2b3c4d/logs?follow=true&last=7&version_id=3"
                                + "&since=2027-01-31T12%3A00%3A00%2B01%3A00",
                        "/api/worker/1a2b3c4d/logs?follow=false&last=100");
    }

    private void read(LogRequest request) throws IOException {
        URI url = URI.create("http://127.0.0.1:" + inner.getAddress().getPort());
        try (InputStream lines =
                new HttpInnerLogs(new InnerClient(url, "service")).open(WORKER, request)) {
            assertThat(lines).hasContent("{}");
        }
    }
}
