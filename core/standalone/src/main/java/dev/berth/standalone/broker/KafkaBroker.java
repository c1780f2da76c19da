package dev.berth.standalone.broker;

import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.process.Child;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The Kafka broker, in the launcher's own process. */
public final class KafkaBroker implements Child {

    private final KafkaSettings settings;
    private final AtomicReference<Optional<Running>> running =
            new AtomicReference<>(Optional.empty());

    private record Running(KafkaRaftServer server, CountDownLatch ended) {}

    public KafkaBroker(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    /** Starts it, and returns when it is ready. */
    @Override
    public void start() {
        // one class of the broker asks Log4j for its loggers; it logs through SLF4J as the rest
        System.setProperty(
                "log4j2.loggerContextFactory",
                "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        format();
        CountDownLatch ended = new CountDownLatch(1);
        // a broker that gives up must not take the launcher with it
        Exit.setExitProcedure((status, message) -> giveUp(ended, status));
        Exit.setHaltProcedure((status, message) -> giveUp(ended, status));
        KafkaRaftServer server =
                new KafkaRaftServer(
                        KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
        running.set(Optional.of(new Running(server, ended)));
        try {
            server.startup();
        } catch (RuntimeException | LinkageError failure) {
            throw new LauncherException(
                    "cannot start Kafka in %s: %s; %s"
                            .formatted(settings.directory(), failure, trace()),
                    failure);
        }
    }

    @Override
    public boolean ready() {
        return alive();
    }

    @Override
    public boolean alive() {
        return running.get().filter(broker -> broker.ended().getCount() > 0).isPresent();
    }

    @Override
    public void await() throws InterruptedException {
        Optional<Running> current = running.get();
        if (current.isPresent()) {
            current.get().ended().await();
            current.get().server().shutdown();
        }
    }

    @Override
    public void stop() {
        running.getAndSet(Optional.empty())
                .ifPresent(
                        broker -> {
                            broker.server().shutdown();
                            broker.ended().countDown();
                        });
    }

    @Override
    public String trace() {
        return "its messages are in logs/launcher.log";
    }

    private void format() {
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(KafkaSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(settings.directory().toString())
                    .setDirectories(List.of(settings.directory().toString()))
                    .run();
        } catch (Exception failure) {
            throw new LauncherException(
                    "cannot prepare %s for Kafka: %s"
                            .formatted(settings.directory(), failure.getMessage()),
                    failure);
        }
    }

    private static void giveUp(CountDownLatch ended, int status) {
        ended.countDown();
        throw new IllegalStateException("the broker gave up with status " + status);
    }
}
