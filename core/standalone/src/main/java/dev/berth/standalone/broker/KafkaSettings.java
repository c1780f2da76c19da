package dev.berth.standalone.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, small, and back quickly. */
public record KafkaSettings(Path directory, int port, int controllerPort) {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Map<String, String> FIXED =
            Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", Integer.toString(NODE)),
                    Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                    Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                    Map.entry(
                            "listener.security.protocol.map",
                            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // without these a broker that was killed waits for its own old session to end
                    Map.entry("broker.session.timeout.ms", "1500"),
                    Map.entry("broker.heartbeat.interval.ms", "500"),
                    // the table is the queue: what has been announced is soon of no use
                    Map.entry("log.retention.hours", "24"),
                    Map.entry("log.retention.bytes", "67108864"),
                    Map.entry("log.segment.bytes", "16777216"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                    Map.entry("log.cleaner.io.buffer.size", "65536"),
                    Map.entry("num.network.threads", "1"),
                    Map.entry("num.io.threads", "2"),
                    Map.entry("background.threads", "1"),
                    Map.entry("num.recovery.threads.per.data.dir", "2"));

    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        properties.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty(
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
        properties.setProperty("log.dirs", directory.toString());
        return properties;
    }
}
