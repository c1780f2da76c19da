package dev.berth.e2e;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A topic of a started Berth's broker. */
final class Topic implements AutoCloseable {

    private final Admin admin;
    private final String name;

    private Topic(Admin admin, String name) {
        this.admin = admin;
        this.name = name;
    }

    static Topic tasks(StartedBerth berth) {
        Properties properties = new Properties();
        properties.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + berth.port("kafka"));
        return new Topic(Admin.create(properties), "berth.tasks");
    }

    /** Returns how many records were ever written to it. */
    long records() {
        try {
            long count = 0;
            for (var partition :
                    admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .get(name)
                            .partitions()) {
                TopicPartition place = new TopicPartition(name, partition.partition());
                count +=
                        admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                                .partitionResult(place)
                                .get()
                                .offset();
            }
            return count;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
