package dev.berth.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.work.event.StatusEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaEventPublisherIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path directory;

    @Test
    void eventsArriveAsCloudEventsInOrderAlsoAfterTheBrokerWasAway() {
        try (EmbeddedBroker broker = new EmbeddedBroker(directory);
                KafkaEventPublisher publisher = KafkaEventPublisher.to(broker.bootstrap())) {
            untilTold(publisher, events(1, 3));

            broker.stop();
            int away = publisher.publish(events(4, 6));
            broker.start();
            untilTold(publisher, events(4, 6));

            assertThat(away).isZero();
            List<CloudEvent> arrived = arrived(broker);
            assertThat(arrived)
                    .extracting(CloudEvent::getSubject)
                    .containsSubsequence(
                            "task/1", "task/2", "task/3", "task/4", "task/5", "task/6");
            assertThat(arrived.getFirst())
                    .satisfies(
                            first -> {
                                assertThat(first.getSpecVersion()).hasToString("1.0");
                                assertThat(first.getType()).isEqualTo("dev.berth.task.status");
                                assertThat(first.getExtension("tenant")).isEqualTo("tenant-1");
                                assertThat(first.getExtension("actor")).isEqualTo("user-1");
                                assertThat(first.getExtension("requestid")).isEqualTo("request-1");
                                assertThat(new String(first.getData().toBytes(), UTF_8))
                                        .contains("\"status\":\"failed\"");
                            });
        }
    }

    /** Tells until the broker has it: one that has just started takes its time. */
    private static void untilTold(KafkaEventPublisher publisher, List<StatusEvent> events) {
        List<StatusEvent> left = new ArrayList<>(events);
        await().atMost(LONG)
                .until(
                        () -> {
                            left.subList(0, publisher.publish(left)).clear();
                            return left.isEmpty();
                        });
    }

    private static List<StatusEvent> events(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(
                        number ->
                                new StatusEvent(
                                        number,
                                        new UUID(0, number),
                                        Topics.TASKS_DLQ,
                                        "dev.berth.task.status",
                                        "task/" + number,
                                        "tenant-1",
                                        "0badcafe",
                                        new StatusEvent.Cause(
                                                Optional.of("user-1"),
                                                "request-1",
                                                Optional.empty()),
                                        "{\"status\": \"failed\"}",
                                        Instant.EPOCH))
                .toList();
    }

    private static List<CloudEvent> arrived(EmbeddedBroker broker) {
        TopicPartition partition = new TopicPartition(Topics.TASKS_DLQ, 0);
        List<CloudEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(event(record)));
            }
        }
        return events;
    }

    private static CloudEvent event(ConsumerRecord<String, byte[]> record) {
        assertThat(record.key()).isEqualTo("0badcafe");
        return new JsonFormat().deserialize(record.value());
    }
}
