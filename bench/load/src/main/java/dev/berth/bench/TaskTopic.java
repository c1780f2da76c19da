package dev.berth.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** The topic that Outer announces tasks on. */
final class TaskTopic implements AutoCloseable {

    private static final String NAME = "berth.tasks";

    private final Admin admin;

    TaskTopic(StartedBerth berth) {
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                "127.0.0.1:" + berth.port("kafka")));
    }

    /** Returns how many records were ever written: the end offsets of its partitions together. */
    long records() {
        try {
            long records = 0;
            for (TopicPartitionInfo partition :
                    admin.describeTopics(List.of(NAME))
                            .allTopicNames()
                            .get()
                            .get(NAME)
                            .partitions()) {
                TopicPartition place = new TopicPartition(NAME, partition.partition());
                records +=
                        admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                                .partitionResult(place)
                                .get()
                                .offset();
            }
            return records;
        } catch (ExecutionException failure) {
            throw new BenchFailure("cannot ask Kafka for the end of " + NAME, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
