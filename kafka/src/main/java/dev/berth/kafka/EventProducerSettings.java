package dev.berth.kafka;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How events are told: in order, each once as far as the broker can see, and safely there. */
final class EventProducerSettings {

    private static final int REQUEST_MILLIS = 2000;
    private static final int DELIVERY_MILLIS = 5000;

    private EventProducerSettings() {}

    static Map<String, Object> of(String bootstrap) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "berth-inner-events"),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
                // a transaction of the outbox waits for as long
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) REQUEST_MILLIS),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 100L),
                Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L));
    }
}
