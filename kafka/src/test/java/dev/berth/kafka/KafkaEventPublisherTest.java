package dev.berth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.work.event.StatusEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaEventPublisherTest {

    @Test
    void whatFollowsAGapCountsAsNotTold() {
        try (KafkaEventPublisher publisher = new KafkaEventPublisher(new FailingAt(2))) {
            assertThat(publisher.publish(List.of(event(1), event(2), event(3)))).isEqualTo(1);
        }
    }

    @Test
    void everythingThatTheBrokerHasIsTold() {
        try (KafkaEventPublisher publisher = new KafkaEventPublisher(new FailingAt(9))) {
            assertThat(publisher.publish(List.of(event(1), event(2), event(3)))).isEqualTo(3);
        }
    }

    private static StatusEvent event(long sequence) {
        return new StatusEvent(
                sequence,
                new UUID(0, sequence),
                Topics.EVENTS,
                "dev.berth.worker.status",
                "worker/0badcafe",
                "tenant",
                "0badcafe",
                new StatusEvent.Cause(Optional.empty(), "", Optional.empty()),
                "{}",
                Instant.EPOCH);
    }

    /** Kafka's own fake, but for one record that does not arrive. */
    private static final class FailingAt extends MockProducer<String, byte[]> {

        private final int failing;
        private int sent;

        FailingAt(int failing) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.failing = failing;
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte[]> record, Callback callback) {
            sent++;
            if (sent == failing) {
                return CompletableFuture.failedFuture(new TimeoutException("of the test"));
            }
            return super.send(record, callback);
        }
    }
}
