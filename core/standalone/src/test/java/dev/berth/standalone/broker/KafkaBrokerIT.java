package dev.berth.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.TestPlan;
import dev.berth.standalone.process.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final String TOPIC = "words";

    @TempDir private Path directory;

    private final int port = TestPlan.freePort();
    private KafkaSettings settings;
    private KafkaBroker broker;

    @BeforeEach
    void start() {
        settings = new KafkaSettings(directory.resolve("kafka"), port, TestPlan.freePort());
        broker = new KafkaBroker(settings);
        broker.start();
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void whatWasSentIsThereAfterARestart() throws ExecutionException, InterruptedException {
        send("here");
        broker.stop();

        broker = new KafkaBroker(settings);
        broker.start();

        assertThat(read()).containsExactly("here");
    }

    @Test
    void whatWasSentIsThereAfterAKill()
            throws ExecutionException, InterruptedException, IOException {
        broker.stop();
        Process process =
                JavaProcess.start(
                        BrokerProcess.class,
                        List.of(
                                "-Djava.util.logging.config.file="
                                        + System.getProperty("java.util.logging.config.file")),
                        List.of(
                                settings.directory().toString(),
                                Integer.toString(settings.port()),
                                Integer.toString(settings.controllerPort())));
        awaitLine(process, "ready");
        send("here");
        process.destroyForcibly().waitFor();

        broker = new KafkaBroker(settings);
        broker.start();

        assertThat(read()).containsExactly("here");
    }

    @Test
    void aStoppedBrokerIsNotAlive() {
        boolean before = broker.alive();

        broker.stop();

        assertThat(before).isTrue();
        assertThat(broker.alive()).isFalse();
    }

    private void send(String word) throws ExecutionException, InterruptedException {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, word)).get();
        }
    }

    private static void awaitLine(Process process, String wanted) throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.equals(wanted)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(wanted);
    }

    private List<String> read() {
        Map<String, Object> configuration = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
