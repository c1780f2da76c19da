package dev.berth.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many, 1 to 100
 * @param offset how many to leave out before
 */
public record Page(int limit, int offset) {

    /** What a client gets who does not say. */
    public static final Page FIRST = new Page(50, 0);

    public Page {
        List<Problem> problems = new ArrayList<>();
        if (limit < 1 || limit > 100) {
            problems.add(new Problem("/limit", "must be 1 to 100"));
        }
        if (offset < 0) {
            problems.add(new Problem("/offset", "must not be negative"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "cannot list", problems);
        }
    }

    /** Returns this part of a list that is all there. */
    public <T> Paged<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        int to = Math.min(all.size() - from, limit) + from;
        return new Paged<>(all.subList(from, to), all.size());
    }
}
