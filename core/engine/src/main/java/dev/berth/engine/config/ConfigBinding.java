package dev.berth.engine.config;

import java.util.List;

/**
 * What became of an attempt to bind.
 *
 * @param <C> the record
 */
public sealed interface ConfigBinding<C extends Record> {

    /** The record. */
    record Bound<C extends Record>(C config) implements ConfigBinding<C> {}

    /** All that is wrong; at least one problem. */
    record Refused<C extends Record>(List<String> problems) implements ConfigBinding<C> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
