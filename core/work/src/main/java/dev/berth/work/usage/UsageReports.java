package dev.berth.work.usage;

import java.util.List;

/** Where reports of use are kept. */
@FunctionalInterface
public interface UsageReports {

    /**
     * Keeps all of them or none, and says what came of it. Idempotent: a span of a resource that
     * was reported before counts once, as it was reported first.
     */
    Kept keep(List<UsageReport> reports);

    /** What came of it. */
    sealed interface Kept {

        /** So many are kept that were not before. */
        record All(int added) implements Kept {}

        /** None is kept: the users of those, by their place in the list, do not exist. */
        record Strangers(List<Integer> places) implements Kept {

            public Strangers {
                places = List.copyOf(places);
            }
        }
    }
}
