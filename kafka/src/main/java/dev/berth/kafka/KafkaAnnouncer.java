package dev.berth.kafka;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.berth.intent.task.Announcer;
import dev.berth.model.TaskId;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Announces tasks on the topic {@link Topics#TASKS}. While Kafka is away one announcement in two
 * seconds tries, and the others cost nothing. Safe for use by several threads.
 */
public final class KafkaAnnouncer implements Announcer, AutoCloseable {

    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final System.Logger LOG = System.getLogger(KafkaAnnouncer.class.getName());

    private final Producer<String, String> producer;
    private final Breaker breaker;

    /** Creates it for a cluster, as {@code host:port,…}; the cluster need not be there yet. */
    public KafkaAnnouncer(String bootstrap) {
        this(
                new KafkaProducer<>(
                        ProducerSettings.of(bootstrap),
                        new StringSerializer(),
                        new StringSerializer()),
                InstantSource.system());
        askForTopic();
    }

    KafkaAnnouncer(Producer<String, String> producer, InstantSource clock) {
        this.producer = producer;
        this.breaker = new Breaker(clock, PAUSE);
    }

    @Override
    public void announce(TaskId task) {
        if (!breaker.mayTry()) {
            return;
        }
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(Topics.TASKS, task.toString()), this::answered);
        } catch (InterruptException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            away(failed.toString());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    // nobody waits for it: a task whose announcement is lost is found within a second
    private void answered(RecordMetadata written, Exception failure) {
        if (failure == null) {
            back();
        } else {
            away(failure.toString());
        }
    }

    /** Has the broker make the topic and the producer know where it is, before the first task. */
    private void askForTopic() {
        try {
            producer.partitionsFor(Topics.TASKS);
        } catch (KafkaException _) {
            // the first announcement will see whether Kafka is there
        }
    }

    private void back() {
        if (breaker.succeeded()) {
            LOG.log(INFO, "Kafka is back, tasks are announced again");
        }
    }

    private void away(String reason) {
        if (breaker.failed()) {
            LOG.log(
                    WARNING,
                    "Kafka is away, Inner finds tasks by itself within a second reason={0}",
                    reason);
        }
    }
}
