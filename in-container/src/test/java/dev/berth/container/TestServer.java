package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.store.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Liberty with a database of its own, in a directory as the launcher writes it.
 *
 * @param name by it Arquillian finds the process among all of this machine
 * @param distribution what is tested
 * @param directory everything that the server writes
 * @param database its database
 * @param ports where it listens
 * @param mail what it hands letters to
 */
record TestServer(
        String name,
        Distribution distribution,
        Path directory,
        TestDatabase database,
        Ports ports,
        TestMail mail) {

    private static final String DEPLOYED_BY_ARQUILLIAN =
            """
            <server>
              <featureManager>
                <feature>localConnector-1.0</feature>
              </featureManager>
              <!-- Arquillian deploys by changing server.xml -->
              <config updateTrigger="polled" monitorInterval="250ms"/>
            </server>
            """;

    /** Returns the one with both gateways as they are shipped, which all tests over HTTP share. */
    static TestServer get() {
        return Shipped.SERVER;
    }

    /** Returns the one in which Arquillian deploys tests together with a gateway. */
    static TestServer ofArquillian() {
        return Managed.SERVER;
    }

    Path user() {
        return directory.resolve("usr");
    }

    TestSecrets secrets() {
        return new TestSecrets(directory.resolve("secrets"));
    }

    /** Returns what the server has logged. */
    List<String> log() {
        try {
            return Files.readAllLines(logs().resolve("messages.log"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns what the server has logged, but for a line that is being written. */
    List<JsonNode> lines() {
        ObjectMapper json = new ObjectMapper();
        return log().stream()
                .filter(line -> line.endsWith("}"))
                .map(
                        line -> {
                            try {
                                return json.readTree(line);
                            } catch (IOException broken) {
                                throw new UncheckedIOException(line, broken);
                            }
                        })
                .toList();
    }

    private void prepare(String... files) throws IOException {
        delete(directory);
        secrets().write();
        Files.createDirectories(variables());
        try (var file = Files.newBufferedWriter(variables().resolve("berth.properties"))) {
            settings().store(file, "what standalone mode sets");
        }
        Files.createDirectories(overrides());
        for (String file : files) {
            Files.copy(
                    distribution.server().resolve(file),
                    overrides().resolve("../..").resolve(file).normalize());
        }
        // it does not live for long
        Files.writeString(overrides().resolve("jvm.options"), "-XX:TieredStopAtLevel=1\n");
    }

    private void leaveToArquillian() throws IOException {
        Files.writeString(overrides().resolve("test.xml"), DEPLOYED_BY_ARQUILLIAN);
        Files.writeString(
                overrides().resolve("../../server.env").normalize(),
                "JAVA_HOME=%s%nVARIABLE_SOURCE_DIRS=%s%n"
                        .formatted(System.getProperty("java.home"), variableSources()));
    }

    Path overrides() {
        return user().resolve("servers").resolve(name).resolve("configDropins/overrides");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    String variableSources() {
        return secrets().directory() + ":" + variables();
    }

    private Properties settings() {
        Path home = directory.resolve("home");
        String nobody = "127.0.0.1:" + ports.nobody();
        Properties settings = new Properties();
        settings.put("berth.port.outer", Integer.toString(ports.outer()));
        settings.put("berth.port.inner", Integer.toString(ports.inner()));
        settings.put("berth.port.management", Integer.toString(ports.management()));
        settings.put("berth.port.admin", Integer.toString(ports.admin()));
        settings.put("berth.home", home.toString());
        settings.put("berth.apps", distribution.apps().toString());
        settings.put("berth.libraries", distribution.libraries().toString());
        settings.put("berth.database.url", database.url());
        settings.put("berth.secrets.directory", secrets().directory().toString());
        settings.put("berth.admin.email", "admin@localhost");
        settings.put("berth.public-url-template", "http://{worker_id}.worker.localhost:8080");
        settings.put("berth.inner.url", "http://127.0.0.1:" + ports.inner());
        settings.put("berth.kafka.bootstrap", nobody);
        settings.put("berth.plugins.bundled", distribution.plugins().toString());
        settings.put("berth.plugins.directories", distribution.plugins().toString());
        settings.put("berth.runtime", "process");
        settings.put("berth.runtime.process.use", "process");
        settings.put("berth.runtime.process.directory", home.resolve("run").toString());
        settings.put("berth.router", "edge");
        settings.put("berth.router.edge.use", "edge");
        settings.put("berth.router.edge.url", "http://" + nobody);
        settings.put(
                "berth.router.edge.token-file",
                secrets().directory().resolve("edge-token").toString());
        settings.put("berth.registration", "open");
        settings.put("berth.mail.host", "127.0.0.1");
        settings.put("berth.mail.port", Integer.toString(mail.port()));
        settings.put("berth.mail.security", "none");
        settings.put("berth.mail.user", TestMail.USER);
        settings.put("berth.mail.from", "berth@example.org");
        settings.put("berth.quota.workers", "2");
        settings.put("berth.strategy", "blue-green,recreate");
        settings.put("berth.strategy.blue-green.use", "blue-green");
        settings.put("berth.strategy.recreate.use", "recreate");
        return settings;
    }

    private Path variables() {
        return directory.resolve("variables");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static TestServer prepared(String name, String... files) {
        TestServer server =
                new TestServer(
                        name + "-" + ProcessHandle.current().pid(),
                        Distribution.current(),
                        Path.of(System.getProperty("berth.container.directory")).resolve(name),
                        TestDatabase.create(),
                        Ports.free(),
                        TestMail.started());
        try {
            server.prepare(files);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot prepare the server in " + server.directory(), failure);
        }
    }

    /** Starts with the first use, and ends with the JVM. */
    private static final class Shipped {

        static final TestServer SERVER = started();

        private static TestServer started() {
            TestServer server =
                    prepared("shipped", "server.xml", "jvm.options", "applications.xml");
            ServerProcess.start(server);
            return server;
        }
    }

    /** Prepared with the first use; Arquillian starts and ends it. */
    private static final class Managed {

        static final TestServer SERVER = left();

        private static TestServer left() {
            TestServer server = prepared("in-container", "server.xml", "jvm.options");
            try {
                server.leaveToArquillian();
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
