package dev.berth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.mail.Letter;
import dev.berth.model.Email;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundMailTest {

    private static final Letter LETTER = new Letter(new Email("ada@example.org"), "Hello", "");

    private final List<Letter> carried = Collections.synchronizedList(new ArrayList<>());

    @Test
    void letterIsTakenBeforeItIsCarriedAndCarriedBeforeTheEnd() {
        CountDownLatch go = new CountDownLatch(1);
        try (BackgroundMail mail =
                new BackgroundMail(
                        letter -> {
                            await(go);
                            carried.add(letter);
                        })) {
            mail.send(LETTER);
            assertThat(carried).isEmpty();
            go.countDown();
        }
        assertThat(carried).containsExactly(LETTER);
    }

    @Test
    void failureIsNoConcernOfTheSender() {
        try (BackgroundMail mail =
                new BackgroundMail(
                        letter -> {
                            throw new IllegalStateException("no server for " + letter);
                        })) {
            mail.send(LETTER);
        }

        assertThat(carried).isEmpty();
    }

    private static void await(CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
