package dev.berth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.TaskId;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaAnnouncerTest {

    private static final TaskId TASK = new TaskId(UUID.randomUUID());

    private final MovableClock clock = new MovableClock();
    private final MockProducer<String, String> producer =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final KafkaAnnouncer announcer = new KafkaAnnouncer(producer, clock);

    @AfterEach
    void close() {
        announcer.close();
    }

    @Test
    void taskIsAnnouncedByItsId() {
        announcer.announce(TASK);

        assertThat(producer.history())
                .containsExactly(new ProducerRecord<>("berth.tasks", TASK.toString()));
    }

    @Test
    void failureIsNotThrownAndThoseAfterItSkipTheProducer() {
        breakDown();

        announcer.announce(TASK);
        mend();
        announcer.announce(TASK);
        clock.forward(KafkaAnnouncer.PAUSE.minusMillis(1));
        announcer.announce(TASK);

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void afterThePauseItTriesAgain() {
        breakDown();
        announcer.announce(TASK);
        mend();

        clock.forward(KafkaAnnouncer.PAUSE);
        announcer.announce(TASK);
        announcer.announce(TASK);

        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void whoeverFailsAfterThePauseMakesTheOthersWaitAnother() {
        breakDown();
        announcer.announce(TASK);
        clock.forward(KafkaAnnouncer.PAUSE);
        announcer.announce(TASK);
        mend();

        announcer.announce(TASK);

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void interruptIsKeptForTheCaller() {
        Thread.currentThread().interrupt();

        announcer.announce(TASK);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closedProducerIsNoFailureOfTheCaller() {
        announcer.close();

        announcer.announce(TASK);

        assertThat(producer.history()).isEmpty();
    }

    private void breakDown() {
        producer.sendException = new TimeoutException("no broker");
    }

    private void mend() {
        producer.sendException = null;
    }
}
