package dev.berth.inner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.LogLine;
import dev.berth.spi.LogStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateLogTest {

    private final LateLog late = new LateLog();
    private final OpenLog log = new OpenLog();

    @Test
    void whatIsOpenedInTimeIsLeftToItsReader() {
        LogStream opened = late.opened(log);

        assertThat(opened).isSameAs(log);
        assertThat(log.closed).isFalse();
    }

    @Test
    void whatIsOpenedAfterItsReaderHasGivenUpIsClosed() {
        late.giveUp();

        late.opened(log);

        assertThat(log.closed).isTrue();
    }

    @Test
    void whatWasOpenedAsItsReaderGaveUpIsClosed() {
        late.opened(log);

        late.giveUp();

        assertThat(log.closed).isTrue();
    }

    @Test
    void givingUpWhatIsNeverOpenedClosesNothing() {
        late.giveUp();

        assertThat(log.closed).isFalse();
    }

    private static final class OpenLog implements LogStream {

        private boolean closed;

        @Override
        public Optional<LogLine> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
