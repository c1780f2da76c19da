package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All topics of a started Berth's broker, from their beginning to their end. */
record Topics(KafkaConsumer<String, String> consumer) implements AutoCloseable {

    static Topics of(StartedBerth berth) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + berth.port("kafka"),
                        "isolation.level",
                        "read_uncommitted");
        StringDeserializer text = new StringDeserializer();
        return new Topics(new KafkaConsumer<>(settings, text, text));
    }

    /** Returns each record, with its key and headers. */
    List<String> records() {
        List<TopicPartition> partitions =
                consumer.listTopics().values().stream()
                        .flatMap(List::stream)
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<String> records = new ArrayList<>();
        while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> records.add(text(record)));
        }
        return records;
    }

    private static String text(ConsumerRecord<String, String> record) {
        StringBuilder text = new StringBuilder(record.topic());
        text.append(' ').append(record.key()).append(' ').append(record.value());
        record.headers()
                .forEach(header -> text.append(' ').append(new String(header.value(), UTF_8)));
        return text.toString();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
