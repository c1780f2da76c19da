package dev.berth.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeldTest {

    private static final WorkerId WORKER = new WorkerId("0123abcd");

    @Test
    void whoHasWhatHeMayHaveDiffersInNothing() {
        Held held =
                whole(
                        List.of(holding(3, OptionalLong.of(3)), holding(9, OptionalLong.empty())),
                        List.of(new HeldWorker(WORKER, false, 4, 4, 2, 2)));

        assertThat(held.differences()).isEmpty();
        assertThat(held.lacks()).isEmpty();
    }

    @Test
    void whatIsMoreThanMayBeIsTold() {
        Held held = whole(List.of(holding(4, OptionalLong.of(3))), List.of());

        assertThat(held.differences()).containsExactly("the quota 'workers' is 3, and 4 are held");
    }

    @Test
    void workersThatNobodyBringsToWhatIsWantedAreTold() {
        Held held =
                whole(
                        List.of(),
                        List.of(
                                new HeldWorker(WORKER, true, 4, 3, 0, 0),
                                new HeldWorker(WORKER, false, 4, 3, 0, 0),
                                new HeldWorker(WORKER, false, 4, 4, 3, 2)));

        assertThat(held.differences())
                .containsExactly(
                        "worker '0123abcd' is deleted, and no task removes it",
                        "worker '0123abcd' is at generation 3 of 4, and no task takes it on",
                        "worker '0123abcd' is to have 3 instances, and has 2");
    }

    @Test
    void whatEachHasFromTheStartIsMissed() {
        Held bare = new Held(true, false, false, List.of(), List.of());
        Held nothing = new Held(false, false, false, List.of(), List.of());

        assertThat(bare.differences())
                .containsExactly(
                        "the user does not own his personal tenant",
                        "the user's tenant has no project 'default'");
        assertThat(nothing.differences()).containsExactly("the user has no personal tenant");
    }

    @Test
    void oneLimitIsALimit() {
        assertThat(whole(List.of(holding(1, OptionalLong.empty())), List.of()).unlimited())
                .isTrue();
        assertThat(whole(List.of(holding(1, OptionalLong.of(2))), List.of()).unlimited()).isFalse();
    }

    private static Holding holding(long used, OptionalLong limit) {
        return new Holding("workers", used, limit);
    }

    private static Held whole(List<Holding> holdings, List<HeldWorker> workers) {
        return new Held(true, true, true, holdings, workers);
    }
}
