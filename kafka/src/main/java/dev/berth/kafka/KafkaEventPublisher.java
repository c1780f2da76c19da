package dev.berth.kafka;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.berth.work.event.EventPublisher;
import dev.berth.work.event.StatusEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Tells events on their topics, keyed by worker, so that those of one worker stay in order. For use
 * by one thread at a time.
 */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KafkaEventPublisher.class.getName());

    private final Producer<String, byte[]> producer;
    private boolean away;

    KafkaEventPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Returns one for a cluster, as {@code host:port,…}; the cluster need not be there yet. */
    public static KafkaEventPublisher to(String bootstrap) {
        return new KafkaEventPublisher(
                new KafkaProducer<>(
                        EventProducerSettings.of(bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer()));
    }

    @Override
    public int publish(List<StatusEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            for (StatusEvent event : events) {
                sent.add(producer.send(record(event)));
            }
        } catch (InterruptException _) {
            Thread.currentThread().interrupt();
        } catch (KafkaException failed) {
            away(failed);
        }
        int told = acknowledged(sent);
        if (told == events.size()) {
            back();
        }
        return told;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    /** Counts from the first; what follows a gap is told once more, in its place. */
    private int acknowledged(List<Future<RecordMetadata>> sent) {
        int told = 0;
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
                told++;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            away(failed.getCause());
        }
        return told;
    }

    private static ProducerRecord<String, byte[]> record(StatusEvent event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(event.topic(), event.worker(), CloudEvents.write(event));
        record.headers()
                .add("content-type", CloudEvents.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    private void away(Throwable reason) {
        if (!away) {
            LOG.log(WARNING, "Kafka is away, events wait in the database", reason);
        }
        away = true;
    }

    private void back() {
        if (away) {
            LOG.log(INFO, "Kafka is back, events are told again");
        }
        away = false;
    }
}
