package dev.berth.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.model.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAnnouncerIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final MovableClock clock = new MovableClock();
    private final TaskId first = new TaskId(UUID.randomUUID());
    private final TaskId second = new TaskId(UUID.randomUUID());

    @TempDir private Path directory;

    @Test
    void announcementsArriveAndResumeWhenTheBrokerIsBack() {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory);
                KafkaAnnouncer announcer = announcer(broker)) {
            untilArrived(broker, announcer, first);

            broker.stop();
            announcer.announce(second);
            broker.start();

            untilArrived(broker, announcer, second);
        }
    }

    @Test
    void brokerThatIsAwayCostsNoException() {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory)) {
            broker.stop();
            try (KafkaAnnouncer announcer = new KafkaAnnouncer(broker.bootstrap())) {
                announcer.announce(first);
            }
            broker.start();
            assertThat(arrived(broker)).isEmpty();
        }
    }

    private KafkaAnnouncer announcer(EmbeddedBroker broker) {
        return new KafkaAnnouncer(
                new KafkaProducer<>(
                        ProducerSettings.of(broker.bootstrap()),
                        new StringSerializer(),
                        new StringSerializer()),
                clock);
    }

    /** Announces until it arrives: a broker that has just started takes its time. */
    private void untilArrived(EmbeddedBroker broker, KafkaAnnouncer announcer, TaskId task) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> {
                            clock.forward(KafkaAnnouncer.PAUSE);
                            announcer.announce(task);
                            assertThat(arrived(broker)).contains(task.toString());
                        });
    }

    private static List<String> arrived(EmbeddedBroker broker) {
        TopicPartition partition = new TopicPartition(Topics.TASKS, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
