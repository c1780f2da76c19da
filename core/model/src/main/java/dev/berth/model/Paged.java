package dev.berth.model;

import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param items the part
 * @param total how many there are in all
 */
public record Paged<T>(List<T> items, long total) {

    public Paged {
        items = List.copyOf(items);
    }

    /** Returns the same part of another list, item by item. */
    public <R> Paged<R> map(Function<? super T, ? extends R> mapping) {
        return new Paged<>(items.stream().<R>map(mapping).toList(), total);
    }
}
