package dev.berth.intent.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.event.EventStream.End;
import dev.berth.intent.event.EventStream.Item;
import dev.berth.intent.event.EventStream.Next;
import dev.berth.intent.event.EventStream.Quiet;
import dev.berth.intent.event.EventStream.Reset;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventStreamsTest {

    private static final Duration LOOK = Duration.ofMillis(1);

    private final InMemoryEvents store = new InMemoryEvents();
    private final EventFeed feed = new EventFeed(store, LOOK);
    private final EventStreams streams = new EventStreams(store, feed);
    private final Caller ada = Callers.of(Role.VIEWER);
    private final Caller bob = Callers.of(Role.VIEWER);

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void streamHasTheTenantsEventsFromNowOnInOrder() throws Exception {
        store.add(ada.tenant());
        try (EventStream stream = streams.open(ada, Optional.empty())) {
            KeptEvent first = store.add(ada.tenant());
            store.add(bob.tenant());
            KeptEvent second = store.add(ada.tenant());

            assertThat(events(stream, 2)).containsExactly(first, second);
        }
    }

    @Test
    void streamThatComesBackHasWhatItMissedAndThenGoesOn() throws Exception {
        KeptEvent last = store.add(ada.tenant());
        List<KeptEvent> missed = IntStream.range(0, 450).mapToObj(_ -> some()).toList();
        try (EventStream stream = streams.open(ada, Optional.of(last.position()))) {
            KeptEvent live = store.add(ada.tenant());

            List<KeptEvent> all = events(stream, 451);

            assertThat(all.subList(0, 450)).isEqualTo(missed);
            assertThat(all.getLast()).isEqualTo(live);
        }
    }

    @Test
    void quietStreamKnowsAPlaceToComeBackTo() throws Exception {
        EventPosition quiet;
        try (EventStream stream = streams.open(ada, Optional.empty())) {
            EventPosition other = store.add(bob.tenant()).position();
            quiet = quiet(stream, other);
        }
        KeptEvent missed = store.add(ada.tenant());

        try (EventStream again = streams.open(ada, Optional.of(quiet))) {
            assertThat(events(again, 1)).containsExactly(missed);
        }
    }

    @Test
    void streamThatComesBackTooLateIsToldAndGoesOn() throws Exception {
        KeptEvent last = store.add(ada.tenant());
        store.add(ada.tenant());
        store.purge();
        try (EventStream stream = streams.open(ada, Optional.of(last.position()))) {
            Item first = stream.next(LOOK);
            KeptEvent live = store.add(ada.tenant());

            assertThat(first).isInstanceOf(Reset.class);
            assertThat(events(stream, 1)).containsExactly(live);
        }
    }

    @Test
    void streamThatComesBackFromTheLastEventThatWasPurgedMissesNothing() throws Exception {
        KeptEvent last = store.add(ada.tenant());
        store.purge();
        KeptEvent missed = store.add(ada.tenant());
        try (EventStream stream = streams.open(ada, Optional.of(last.position()))) {
            assertThat(events(stream, 1)).containsExactly(missed);
        }
    }

    @Test
    void placeThatIsYetToComeIsOfAnotherDatabase() throws Exception {
        try (EventStream stream = streams.open(ada, Optional.of(new EventPosition(1_000_000, 0)))) {
            assertThat(stream.next(LOOK)).isInstanceOf(Reset.class);
        }
    }

    @Test
    void whoDoesNotReadIsEndedAfterWhatHeHas() throws Exception {
        try (EventStream slow = streams.open(ada, Optional.empty());
                EventStream quick = streams.open(ada, Optional.empty())) {
            for (int n = 0; n < 1_500; n++) {
                some();
                events(quick, 1);
            }

            assertThat(events(slow, 1_000)).hasSize(1_000);
            assertThat(slow.next(LOOK)).isInstanceOf(End.class);
        }
    }

    @Test
    void userHasOnlySoManyStreamsAndGetsThemBack() {
        List<EventStream> open = new ArrayList<>();
        IntStream.range(0, EventStreams.MOST)
                .forEach(_ -> open.add(streams.open(ada, Optional.empty())));

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> streams.open(ada, Optional.empty()));
        streams.open(bob, Optional.empty()).close();
        open.getFirst().close();
        open.getFirst().close();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        streams.open(ada, Optional.empty()).close();
        open.forEach(EventStream::close);
    }

    @Test
    void feedGoesOnAfterTheDatabaseWasAway() throws Exception {
        try (EventStream stream = streams.open(ada, Optional.empty())) {
            store.away(true);
            int before = store.looks();
            while (store.looks() < before + 2) {
                assertThat(stream.next(LOOK)).isInstanceOf(Quiet.class);
            }
            KeptEvent meanwhile = store.add(ada.tenant());
            store.away(false);

            assertThat(events(stream, 1)).containsExactly(meanwhile);
        }
    }

    private KeptEvent some() {
        return store.add(ada.tenant());
    }

    private static List<KeptEvent> events(EventStream stream, int count)
            throws InterruptedException {
        List<KeptEvent> events = new ArrayList<>();
        while (events.size() < count) {
            if (stream.next(LOOK) instanceof Next(KeptEvent event)) {
                events.add(event);
            }
        }
        return events;
    }

    private static EventPosition quiet(EventStream stream, EventPosition after)
            throws InterruptedException {
        while (true) {
            if (stream.next(LOOK) instanceof Quiet(EventPosition position)
                    && position.after(after)) {
                return position;
            }
        }
    }
}
