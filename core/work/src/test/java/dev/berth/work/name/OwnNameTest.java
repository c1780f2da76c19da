package dev.berth.work.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnNameTest {

    private static final NameState HELD = new NameState.Held();
    private static final NameState TAKEN = new NameState.Taken("since ten o'clock");
    private static final NameState UNKNOWN = new NameState.Unknown("it is away");

    private final FakeLock lock = new FakeLock();
    private final AtomicInteger woken = new AtomicInteger();
    private final OwnName name = new OwnName("inner", lock);

    @Test
    void itIsNotHadBeforeItWasAskedFor() {
        assertThat(name.held()).isFalse();
        assertThat(name.hindrance()).isPresent();
    }

    @Test
    void workIsWokenOnceWhenItIsHad() {
        look(HELD, HELD);

        assertThat(name.held()).isTrue();
        assertThat(name.hindrance()).isEmpty();
        assertThat(woken).hasValue(1);
    }

    @Test
    void whoeverHasItIsToldOfAndWhatToDo() {
        look(TAKEN);

        assertThat(name.held()).isFalse();
        assertThat(name.hindrance().orElseThrow())
                .contains("'inner'", "since ten o'clock", "berth.inner.name");
        assertThat(woken).hasValue(0);
    }

    @Test
    void itIsTakenAgainAfterItWasLost() {
        look(HELD, UNKNOWN);
        boolean lost = name.held();
        look(HELD);

        assertThat(lost).isFalse();
        assertThat(name.held()).isTrue();
        assertThat(woken).hasValue(2);
    }

    @Test
    void itIsLetGoOfAtTheEnd() {
        look(HELD);

        name.close();

        assertThat(lock.closed).isTrue();
        assertThat(name.held()).isFalse();
    }

    private void look(NameState... states) {
        for (NameState state : states) {
            lock.state = state;
            name.look(woken::incrementAndGet);
        }
    }

    private static final class FakeLock implements NameLock {

        private NameState state = UNKNOWN;
        private boolean closed;

        @Override
        public NameState take() {
            return state;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
