package dev.berth.rest;

/** Knows how a gateway is; the WAR implements it. */
@FunctionalInterface
public interface HealthReport {

    /** Returns how the gateway is, at once: a request waits for it. */
    Health now();

    /** How a gateway is. */
    enum Health {
        OK,
        /** It works, but something that it can do without for a while is away. */
        DEGRADED,
        DOWN
    }
}
