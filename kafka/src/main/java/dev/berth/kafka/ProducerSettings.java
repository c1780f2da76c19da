package dev.berth.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How tasks are announced: at once, once, and without waiting for a broker that is away. */
final class ProducerSettings {

    /** How long a caller may be held up by a broker that is away. */
    static final Duration PATIENCE = Duration.ofMillis(50);

    private static final int DELIVERY_MILLIS = 1000;

    private ProducerSettings() {}

    static Map<String, Object> of(String bootstrap) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "berth-outer"),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis()),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                Map.entry(ProducerConfig.ACKS_CONFIG, "1"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false),
                Map.entry(ProducerConfig.RETRIES_CONFIG, 0),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 1024 * 1024L),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 100L),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L));
    }
}
