package dev.berth.rest.outer.worker;

/**
 * What a worker gets that names none.
 *
 * @param strategy the configured strategy
 * @param runtime the configured runtime
 */
public record DefaultNames(String strategy, String runtime) {

    static final String PROJECT = "default";
}
