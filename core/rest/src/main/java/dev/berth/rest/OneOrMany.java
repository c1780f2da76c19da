package dev.berth.rest;

import java.util.List;

/**
 * A body that is one record or an array of them.
 *
 * @param items them
 * @param many whether they came as an array
 */
public record OneOrMany<T extends Record>(List<T> items, boolean many) {

    public OneOrMany {
        items = List.copyOf(items);
    }

    /** Returns where in the body the one at {@code place} is, as a JSON pointer. */
    public String pointer(int place) {
        return many ? "/" + place : "";
    }
}
